package io.github.selfsame.sample.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.sample.model.Dog;
import io.github.selfsame.sample.model.Maker;
import io.github.selfsame.sample.model.Owner;
import io.github.selfsame.sample.model.Toy;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The data that the kennel starts with")
class KennelDataTest {

    private final KennelData data = KennelData.draw();

    @Test
    @DisplayName("1,000 dogs, 200 toys, 50 owners, 20 makers")
    void counts() {
        assertThat(data.dogs()).hasSize(1_000);
        assertThat(data.toys()).hasSize(200);
        assertThat(data.owners()).hasSize(50);
        assertThat(data.makers()).hasSize(20);
    }

    @Test
    @DisplayName("ids count from 1, and names tell the rows of a kind apart")
    void idsAndNames() {
        assertThat(data.dogs()).extracting(Dog::getId).startsWith(1L, 2L, 3L).endsWith(1_000L);
        assertThat(data.dogs()).extracting(Dog::getName).doesNotHaveDuplicates();
        assertThat(data.toys()).extracting(Toy::getName).doesNotHaveDuplicates();
        assertThat(data.owners()).extracting(Owner::getName).doesNotHaveDuplicates();
        assertThat(data.makers()).extracting(Maker::getName).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("every dog has an owner and 5 different toys; every toy has a maker")
    void associations() {
        assertThat(data.dogs()).allSatisfy(dog -> {
            assertThat(dog.getOwner()).isIn(data.owners());
            assertThat(dog.getToys()).hasSize(5);
            assertThat(new HashSet<>(dog.getToys())).hasSize(5);
        });
        assertThat(data.toys()).allSatisfy(toy -> assertThat(toy.getMaker()).isIn(data.makers()));
    }

    @Test
    @DisplayName("about one dog in ten has no favourite toy; favourites are drawn from all toys")
    void favorites() {
        List<Toy> favorites = data.dogs().stream()
                .map(Dog::getFavoriteToy)
                .filter(Objects::nonNull)
                .toList();
        assertThat(favorites).hasSizeBetween(870, 930);
        assertThat(new HashSet<>(favorites)).hasSizeGreaterThan(180);
    }

    @Test
    @DisplayName("is the same in every run")
    void deterministic() {
        assertThat(KennelData.draw()).usingRecursiveComparison().isEqualTo(data);
    }
}
