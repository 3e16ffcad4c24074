package io.github.selfsame.prefetching;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.PrefetchException;
import io.github.selfsame.prefetch.Prefetched;
import io.github.selfsame.prefetch.Prefetcher;
import io.github.selfsame.prefetching.RecordingAdapter.Call;
import io.github.selfsame.prefetching.RecordingAdapter.Dog;
import io.github.selfsame.prefetching.RecordingAdapter.Unit;
import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.IdentityMapRuntimes;
import io.github.selfsame.spi.Partition;
import io.github.selfsame.support.Containers;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EnableWeld
class PrefetcherTest {

    @WeldSetup
    WeldInitiator weld = Containers.with();

    @Inject
    IdentityMaps identityMaps;

    @Inject
    Prefetcher prefetcher;

    private IdentityMapActivation activation;
    private CanonicalStore store;
    private Partition partition;

    @BeforeEach
    void open() {
        activation = identityMaps.open();
        store = requireNonNull(IdentityMapRuntimes.current());
        partition = requireNonNull(store.partition(new Unit("kennel", true)));
        RecordingAdapter.CALLS.clear();
    }

    @AfterEach
    void close() {
        activation.close();
    }

    private void assertRefused(String id, List<?> entities, String... paths) {
        assertThatExceptionOfType(PrefetchException.class)
                .isThrownBy(() -> prefetcher.prefetch(entities, paths))
                .withMessageContaining(id)
                .withMessageContaining("prefetch");
        assertThat(RecordingAdapter.CALLS).isEmpty();
    }

    @Test
    @DisplayName("P1, C8: the adapter gets the distinct entities, compared by identity, and the paths as they are")
    void handsOver() {
        Dog first = new Dog(1);
        Dog second = new Dog(2);

        prefetcher.prefetch(Arrays.asList(first, null, second, first), "toys.maker", "owner");

        assertThat(RecordingAdapter.CALLS).hasSize(1);
        Call call = RecordingAdapter.CALLS.get(0);
        assertThat(call.partition()).isSameAs(partition);
        assertThat(call.entities()).hasSize(2);
        assertThat(call.entities().get(0)).isSameAs(first);
        assertThat(call.entities().get(1)).isSameAs(second);
        assertThat(call.prefetches()).containsExactly(Prefetch.of("toys.maker"), Prefetch.of("owner"));
    }

    @Test
    @DisplayName("P12: step by step, on a list")
    void fluent() {
        List<Dog> dogs = List.of(new Dog(1), new Dog(2));

        assertThat(prefetcher
                        .on(dogs)
                        .fetch("toys.maker", "owner")
                        .fetch("toys")
                        .list())
                .isSameAs(dogs);

        assertThat(RecordingAdapter.CALLS).hasSize(1);
        assertThat(RecordingAdapter.CALLS.get(0).prefetches())
                .containsExactly(Prefetch.of("toys.maker"), Prefetch.of("owner"), Prefetch.of("toys"));
    }

    @Test
    @DisplayName("P12, P6: step by step with Prefetch values, up to the results per owner")
    void fluentWithPrefetches() {
        List<Dog> dogs = List.of(new Dog(1));
        Prefetch<Object, Object> number = Prefetch.of("toys").count().as("number");

        Prefetched prefetched = prefetcher
                .on(dogs)
                .fetch(number, Prefetch.of("owner"))
                .fetch("toys")
                .run();

        assertThat(RecordingAdapter.CALLS.get(0).prefetches())
                .containsExactly(number, Prefetch.of("owner"), Prefetch.of("toys"));
        assertThat(prefetched.outcome()).isNotNull();
        assertThat(prefetcher.on(dogs).list()).isSameAs(dogs);
        assertThat(RecordingAdapter.CALLS).hasSize(1);
    }

    @Test
    @DisplayName("C7: without entities or paths there is nothing to do")
    void doesNothing() {
        prefetcher.prefetch(List.of(), "toys");
        prefetcher.prefetch(Collections.singletonList(null), "toys");
        prefetcher.prefetch(List.of(new Dog(1)));

        assertThat(RecordingAdapter.CALLS).isEmpty();
    }

    @Test
    @DisplayName("S3: without a map it is an error that says how to start one")
    void needsMap() {
        try (IdentityMapActivation bypass = identityMaps.bypass()) {
            assertThat(bypass).isNotNull();
            assertThatExceptionOfType(ContextNotActiveException.class)
                    .isThrownBy(() -> prefetcher.prefetch(List.of(), "toys"))
                    .withMessageContaining("SELFSAME000200: Prefetcher.prefetch")
                    .withMessageContaining("@UseIdentityMap");
        }
    }

    @Test
    @DisplayName("P12: entities that the map does not know are refused before anything is loaded")
    void refusesUnknownEntities() {
        assertRefused("SELFSAME000300", List.of("dog"), "toys");
        assertRefused("SELFSAME000300", List.of(new Dog(1), "dog"), "toys");
    }

    @Test
    @DisplayName("P12: malformed paths are refused before anything is loaded")
    void refusesMalformedPaths() {
        for (String path : new String[] {"", " ", ".", "toys.", ".toys", "toys..maker"}) {
            assertRefused("SELFSAME000500", List.of(new Dog(1)), "owner", path);
        }
    }

    @Test
    @DisplayName("A3: entities of several units are refused")
    void refusesSeveralUnits() {
        store.partition(new Unit("other", true) {
            @Override
            protected boolean maps(Object entity) {
                return entity instanceof Integer;
            }
        });

        assertRefused("SELFSAME000301", List.of(new Dog(1), 2), "toys");
    }

    @Test
    @DisplayName("A3: if several units map the type, the map knows which one an instance belongs to")
    void choosesTheUnitThatHoldsTheInstance() {
        Partition other = requireNonNull(store.partition(new Unit("other", true)));
        Dog dog = new Dog(1);
        assertRefused("SELFSAME000302", List.of(dog), "toys");

        other.publish(Dog.class, 1L, dog, other.newLease("a context"));
        prefetcher.prefetch(List.of(dog), "toys");

        assertThat(RecordingAdapter.CALLS).hasSize(1);
        assertThat(RecordingAdapter.CALLS.get(0).partition()).isSameAs(other);
    }

    @Test
    @DisplayName("P12: a unit that no adapter supports is refused")
    void refusesUnsupportedUnits() {
        try (IdentityMapActivation inner = identityMaps.open()) {
            assertThat(inner).isNotNull();
            requireNonNull(IdentityMapRuntimes.current()).partition(new Unit("strange", false));

            assertRefused("SELFSAME000304", List.of(new Dog(1)), "toys");
        }
    }
}
