package io.github.selfsame.eclipselink.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The examples of the library's ancestor, in Jakarta form. */
class SeedTest extends KennelTest {

    @Test
    @DisplayName("P3: toys and the favourite toy share instances, across both ways, in 2 statements, not 3")
    void toysAndFavoriteToy() {
        read(em -> {
            List<Dog> dogs = new ArrayList<>();
            int statements = statements(() -> {
                dogs.addAll(em.createQuery("select d from Dog d where d.name = 'Rex'", Dog.class)
                        .getResultList());
                prefetch(dogs, "toys", "favoriteToy");
            });
            if (WOVEN) {
                assertThat(statements).isEqualTo(2);
            }
            assertThat(dogs.get(0).getToys()).contains(dogs.get(0).getFavoriteToy());
            assertThat(dogs.get(0).getToys().get(1)).isSameAs(dogs.get(0).getFavoriteToy());
            return null;
        });
    }

    @Test
    @DisplayName("S6/P2: in a second use of a resumed map nothing is read that the first has read")
    void resumedMap() {
        activation.close();
        List<Dog> dogs;
        IdentityMap map = maps.create();
        try (var first = maps.resume(map)) {
            dogs = read(em -> em.createQuery("select d from Dog d order by d.id", Dog.class)
                    .getResultList());
            prefetch(dogs, "toys");
        }
        try (var second = maps.resume(map)) {
            assertThat(statements(() -> prefetch(dogs, "favoriteToy"))).isZero();
            assertThat(dogs.get(0).getToys()).contains(dogs.get(0).getFavoriteToy());
        }
        map.close();
        activation = maps.open();
    }
}
