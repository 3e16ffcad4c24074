package io.github.selfsame.eclipselink.prefetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import io.github.selfsame.prefetch.PrefetchException;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefetchTest extends KennelTest {

    private List<Dog> dogs(EntityManager em) {
        return em.createQuery("select d from Dog d order by d.id", Dog.class).getResultList();
    }

    /** What a person sees who walks through everything. */
    private static Map<String, List<String>> walk(List<Dog> dogs) {
        Map<String, List<String>> seen = new TreeMap<>();
        for (Dog dog : dogs) {
            List<String> names = new ArrayList<>();
            names.add(dog.getOwner() == null ? "-" : dog.getOwner().getName());
            names.add(dog.getFavoriteToy() == null ? "-" : nameOf(dog.getFavoriteToy()));
            dog.getToys().stream().map(PrefetchTest::nameOf).sorted().forEach(names::add);
            seen.put(dog.getName(), names);
        }
        return seen;
    }

    private static String nameOf(Toy toy) {
        return toy.getName() + "/"
                + (toy.getMaker() == null ? "-" : toy.getMaker().getName());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "toys.maker,favoriteToy.maker,owner",
                "owner,favoriteToy.maker,toys.maker",
                "favoriteToy.maker,toys.maker,owner",
                "favoriteToy.maker,owner,toys.maker",
                "toys.maker,owner,favoriteToy.maker",
                "owner,toys.maker,favoriteToy.maker",
                "toys,favoriteToy.maker,owner,toys.maker"
            })
    @DisplayName("P1, P2, P5: one statement for each association and level, in whatever order the paths are given")
    void statementsDoNotDependOnTheOrder(String paths) {
        Map<String, List<String>> expected = new TreeMap<>();
        int lazily = statements(() -> readWithoutMap(em -> {
            expected.putAll(walk(dogs(em)));
            return null;
        }));
        factory.getCache().evictAll();
        read(em -> {
            List<Dog> dogs = new ArrayList<>();
            int statements = statements(() -> {
                dogs.addAll(dogs(em));
                prefetch(dogs, paths.split(",", -1));
            });
            if (WOVEN) {
                // dogs, toys with the link table, makers, owners
                assertThat(statements).isEqualTo(4);
            } else {
                // the references came with the dogs, one by one
                assertThat(statements).isLessThan(lazily);
            }
            assertThat(statements(() -> assertThat(walk(dogs)).isEqualTo(expected)))
                    .isZero();
            return null;
        });
    }

    @Test
    @DisplayName("P1: a collection is loaded in one statement without weaving too, and never more than lazily")
    void collections() {
        read(em -> {
            List<Dog> dogs = dogs(em);
            assertThat(statements(() -> prefetch(dogs, "toys"))).isEqualTo(1);
            assertThat(statements(() -> assertThat(dogs)
                            .extracting(dog -> dog.getToys().size())
                            .containsExactly(3, 3, 1, 0)))
                    .isZero();
            return null;
        });
    }

    @Test
    @DisplayName("P1: free instances are loaded in bulk too, and are free afterwards")
    void freeInstances() {
        List<Dog> dogs = read(this::dogs);
        assertThat(statements(() -> prefetch(dogs, "toys.maker"))).isEqualTo(WOVEN ? 2 : 1);
        assertThat(statements(() -> load(dogs.get(0).getToys()))).isZero();
        assertThat(statements(() -> transact(em -> {
                    Dog dog = em.find(Dog.class, 1L);
                    assertThat(dog).isSameAs(dogs.get(0));
                    assertThat(em.contains(dog.getToys().get(0))).isTrue();
                })))
                .isZero();
    }

    @Test
    @DisplayName("P2: nothing is read that the map has; what is loaded already is not loaded again")
    void reuse() {
        List<Dog> dogs = read(this::dogs);
        prefetch(dogs, "toys");

        assertThat(statements(() -> prefetch(dogs, "favoriteToy"))).isZero();
        assertThat(statements(() -> prefetch(dogs, "toys", "favoriteToy"))).isZero();
        assertThat(dogs.get(0).getFavoriteToy()).isSameAs(dogs.get(0).getToys().get(1));
        assertThat(statements(() -> prefetch(dogs, "favoriteToy.dogs.owner"))).isEqualTo(WOVEN ? 2 : 1);
        assertThat(dogs.get(0).getFavoriteToy().getDogs()).containsExactlyInAnyOrder(dogs.get(0), dogs.get(1));
    }

    @Test
    @DisplayName("P2/C4: what the user has added to a loaded collection stays")
    void loadedCollectionIsLeft() {
        transact(em -> {
            List<Dog> dogs = dogs(em);
            Toy duck = em.find(Toy.class, 5L);
            dogs.get(3).getToys().add(duck);
            load(dogs.get(3).getToys());
            prefetch(dogs, "toys");
            assertThat(dogs.get(3).getToys()).containsExactly(duck);
        });
    }

    @Test
    @DisplayName("P4/C2: a nested path is honoured on entities that were there before")
    void composition() {
        read(em -> {
            Owner ann = em.find(Owner.class, 1L);
            prefetch(List.of(ann), "dogs.owner.dogs.toys.maker");
            assertThat(statements(() -> {
                        assertThat(ann.getDogs().get(0).getOwner()).isSameAs(ann);
                        assertThat(ann.getDogs()
                                        .get(0)
                                        .getToys()
                                        .get(2)
                                        .getMaker()
                                        .getName())
                                .isNotEmpty();
                    }))
                    .isZero();
            return null;
        });
    }

    @Test
    @DisplayName("P7: an inverse collection keeps its order; an owner without targets is loaded and empty")
    void inverseCollection() {
        read(em -> {
            List<Owner> owners = em.createQuery("select o from Owner o order by o.id", Owner.class)
                    .getResultList();
            if (WOVEN) {
                assertThat(statements(() -> prefetch(owners, "dogs"))).isEqualTo(1);
            } else {
                prefetch(owners, "dogs");
            }
            assertThat(statements(() -> {
                        assertThat(owners.get(0).getDogs())
                                .extracting(Dog::getName)
                                .containsExactly("Fay", "Rex");
                        assertThat(owners.get(2).getDogs()).isEmpty();
                    }))
                    .isZero();
            return null;
        });
    }

    @Test
    @DisplayName("P8: prefetch writes nothing, and what is changed afterwards is written")
    void neverDirty() {
        List<Dog> dogs = new ArrayList<>();
        assertThat(statements(() -> transact(em -> {
                    dogs.addAll(dogs(em));
                    prefetch(dogs, "toys", "owner", "favoriteToy", "collar.collarMaker");
                    database.forget();
                })))
                .isZero();
        int version = dogs.get(0).getVersion();
        transact(em -> {
            List<Dog> again = dogs(em);
            prefetch(again, "toys");
            again.get(0).getToys().remove(0);
        });
        assertThat(dogs.get(0).getVersion()).isGreaterThanOrEqualTo(version);
        activation.close();
        activation = maps.open();
        assertThat(read(em -> em.find(Dog.class, 1L).getToys().size()).intValue())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("P12: a path goes through an embeddable")
    void embeddable() {
        read(em -> {
            List<Dog> dogs = dogs(em);
            assertThat(statements(() -> prefetch(dogs, "collar.collarMaker"))).isEqualTo(WOVEN ? 1 : 0);
            assertThat(statements(() -> assertThat(
                                    dogs.get(0).getCollar().getCollarMaker().getName())
                            .isEqualTo("Bolt")))
                    .isZero();
            return null;
        });
    }

    @Test
    @DisplayName("P12: a wrong path names the type, the attribute and what exists, and nothing is loaded")
    void wrongPath() {
        read(em -> {
            List<Dog> dogs = dogs(em);
            database.forget();
            assertThatThrownBy(() -> prefetch(dogs, "toys", "toys.makr"))
                    .isInstanceOf(PrefetchException.class)
                    .hasMessageContainingAll("SELFSAME002100", "toys.makr", "makr", Toy.class.getName(), "dogs, maker");
            assertThatThrownBy(() -> prefetch(dogs, "owner.name"))
                    .isInstanceOf(PrefetchException.class)
                    .hasMessageContainingAll("SELFSAME002101", "owner.name", Owner.class.getName());
            assertThatThrownBy(() -> prefetch(dogs, "name.length"))
                    .isInstanceOf(PrefetchException.class)
                    .hasMessageContainingAll("SELFSAME002101", "name.length", Dog.class.getName());
            assertThat(database.statements()).isEmpty();
            return null;
        });
    }

    @Test
    @DisplayName("P1: an instance that the map has given up is an error, and nothing is loaded")
    void unmanagedInstance() {
        List<Dog> dogs = read(this::dogs);
        activation.map().evict(dogs.get(1));
        database.forget();

        assertThatThrownBy(() -> prefetch(dogs, "toys"))
                .isInstanceOf(PrefetchException.class)
                .hasMessageContainingAll("SELFSAME002102", Dog.class.getName());
        assertThat(database.statements()).isEmpty();
    }

    @Test
    @DisplayName("P1: a private copy is loaded in the persistence context that manages it")
    void privateCopies() {
        EntityManager holder = entityManager();
        List<Dog> canonical = dogs(holder);
        transact(em -> {
            List<Dog> copies = dogs(em);
            assertThat(copies.get(0)).isNotSameAs(canonical.get(0));
            prefetch(copies, "toys");
            assertThat(statements(() -> load(copies.get(0).getToys()))).isZero();
            assertThat(copies.get(0).getToys()).allMatch(em::contains);
        });
        assertThat(canonical.get(0).getToys()).hasSize(3);
    }

    @Test
    @DisplayName("C8: null elements and repetitions are allowed")
    void nullsAndRepetitions() {
        read(em -> {
            List<Dog> dogs = dogs(em);
            List<Dog> given = Arrays.asList(dogs.get(0), null, dogs.get(1), dogs.get(0));
            assertThat(statements(() -> prefetch(given, "toys"))).isEqualTo(1);
            assertThat(dogs.get(0).getToys()).hasSize(3);
            return null;
        });
    }
}
