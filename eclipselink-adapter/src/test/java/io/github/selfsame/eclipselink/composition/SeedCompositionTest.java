package io.github.selfsame.eclipselink.composition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The examples of the library's ancestor in which toys belong to one dog, in Jakarta form. */
class SeedCompositionTest extends ContractTest {

    SeedCompositionTest() {
        super("composition");
    }

    @Override
    protected void fill() {
        database.execute("insert into Owner (id, name) values (1, 'Ann')");
        database.execute("insert into Dog (id, name, owner_id) values (1, 'Rex', 1)");
        database.execute("insert into Toy (id, name, dog_id) values (1, 'ball', 1), (2, 'bone', 1)");
    }

    private static List<Toy> toys(EntityManager em) {
        return em.createQuery("select t from Toy t order by t.id", Toy.class).getResultList();
    }

    private static List<Dog> dogs(EntityManager em) {
        return em.createQuery("select d from Dog d order by d.id", Dog.class).getResultList();
    }

    @Test
    @DisplayName("R1, P3: toy1, toy2 = all toys with their dog: toy1.dog is toy2.dog")
    void oneDogOfTwoToys() {
        read(em -> {
            List<Toy> toys = new ArrayList<>();
            int statements = statements(() -> {
                toys.addAll(toys(em));
                prefetch(toys, "dog");
            });
            if (WOVEN) {
                assertThat(statements).isEqualTo(2);
            }
            assertThat(toys.get(0).getDog()).isSameAs(toys.get(1).getDog());
            // by a join, too, where the ancestor has two of them
            List<Toy> joined = em.createQuery("select t from Toy t join fetch t.dog order by t.id", Toy.class)
                    .getResultList();
            assertThat(joined.get(0).getDog()).isSameAs(joined.get(1).getDog());
            return null;
        });
    }

    @Test
    @DisplayName(
            "P4, D51: toys with (dog with owner), prefetched for dogs: the one toy.dog is the dog, and its owner is there")
    void ownerOfTheDogOfTheToys() {
        read(em -> {
            Dog dog = dogs(em).get(0);
            prefetch(List.of(dog), "toys.dog.owner");
            assertThat(statements(() -> {
                        assertThat(dog.getToys().get(0).getDog()).isSameAs(dog);
                        assertThat(dog.getOwner().getName()).isEqualTo("Ann");
                    }))
                    .isZero();
            return null;
        });
    }

    @Test
    @DisplayName(
            "S6, P2: within one map the dogs of toys are identical to those read before, here and in a resumed use of it")
    void persistingTheMap() {
        activation.close();
        IdentityMap map = maps.create();
        List<Dog> dogs;
        try (var first = maps.resume(map)) {
            dogs = read(em -> {
                List<Dog> found = dogs(em);
                prefetch(found, "toys");
                return found;
            });
            assertSameDogs(dogs);
        }
        try (var second = maps.resume(map)) {
            assertSameDogs(dogs);
        }
        map.close();
        activation = maps.open();
    }

    private void assertSameDogs(List<Dog> dogs) {
        List<Toy> toys = new ArrayList<>();
        // the query for the toys, and nothing for their dogs
        assertThat(statements(() -> read(em -> {
                    toys.addAll(toys(em));
                    prefetch(toys, "dog");
                    return null;
                })))
                .isEqualTo(1);
        assertThat(toys).isEqualTo(dogs.get(0).getToys()).allMatch(toy -> toy.getDog() == dogs.get(0));
    }
}
