package io.github.selfsame.eclipselink.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.PrefetchException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A link table that keeps its former rows: each owner's targets are read by a statement of their own. */
class LinkHistoryTest extends KennelTest {

    @Override
    protected Map<String, Object> unitProperties() {
        return Map.of("eclipselink.descriptor.customizer.Dog", LinkHistory.class.getName());
    }

    @Override
    protected void fill() {
        database.execute(
                "create table DOG_TOY_HISTORY (dogs_id bigint, toys_id bigint, begins timestamp, ends timestamp)");
        super.fill();
    }

    private List<Dog> dogs() {
        return read(em ->
                em.createQuery("select d from Dog d order by d.id", Dog.class).getResultList());
    }

    @Test
    @DisplayName(
            "P6: a separate result of a mapping that can't be read in bulk is an error that says so; nothing is loaded")
    void separateResult() {
        List<Dog> dogs = dogs();
        Stream.of(
                        Prefetch.of("toys").count(),
                        Prefetch.of("toys").limit(1).as("one"),
                        Prefetch.of("owner")
                                .with(Prefetch.of("dogs")
                                        .with(Prefetch.of("toys").as("copy"))))
                .forEach(separate -> assertThat(statements(() -> assertThatExceptionOfType(PrefetchException.class)
                                .isThrownBy(() -> prefetch(dogs, Prefetch.of("owner"), separate))
                                .withMessageContaining("SELFSAME002108")
                                .withMessageContaining("'toys'")
                                .withMessageContaining(Dog.class.getName())))
                        .isZero());
    }

    @Test
    @DisplayName("P7, P9: the association itself is prefetched, and loaded for peers, in as many statements as lazily")
    void oneByOne() {
        List<Dog> dogs = dogs();
        assertThat(statements(() -> prefetch(dogs, "toys"))).isEqualTo(dogs.size());
        assertThat(statements(() ->
                        assertThat(dogs).extracting(dog -> dog.getToys().size()).containsExactly(3, 3, 1, 0)))
                .isZero();
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
        List<Dog> again = dogs();
        assertThat(statements(() -> assertThat(again)
                        .extracting(dog -> dog.getToys().size())
                        .containsExactly(3, 3, 1, 0)))
                .isLessThanOrEqualTo(dogs.size());
    }
}
