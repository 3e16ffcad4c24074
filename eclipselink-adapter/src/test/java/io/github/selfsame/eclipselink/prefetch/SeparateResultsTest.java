package io.github.selfsame.eclipselink.prefetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Maker;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.Prefetch.Condition;
import io.github.selfsame.prefetch.PrefetchException;
import io.github.selfsame.prefetch.Prefetched;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SeparateResultsTest extends KennelTest {

    private static final Condition<Object> B_TOYS = (builder, toy) -> builder.like(toy.get("name"), "b%");
    private static final Prefetch<Object, Object> WITH_B =
            Prefetch.of("toys").where(B_TOYS).as("withB");

    private List<Dog> dogs(EntityManager em) {
        return em.createQuery("select d from Dog d order by d.id", Dog.class).getResultList();
    }

    private static List<String> toys(Prefetched prefetched, Dog dog, String name) {
        return prefetched.list(dog, name, Toy.class).stream().map(Toy::getName).toList();
    }

    @Test
    @DisplayName("P6: a filtered result stands apart from the mapped collection, which stays as it is")
    void filtered() {
        read(em -> {
            List<Dog> dogs = dogs(em);
            database.forget();
            Prefetched prefetched = prefetch(dogs, WITH_B.orderBy((builder, toy) -> builder.asc(toy.get("name"))));
            assertThat(database.statements()).hasSize(1);
            assertThat(dogs)
                    .extracting(dog -> toys(prefetched, dog, "withB"))
                    .containsExactly(List.of("ball", "bone"), List.of("bone"), List.of("ball"), List.of());
            // loaded by nobody yet, and then complete
            assertThat(statements(() -> assertThat(dogs.get(0).getToys()).hasSize(3)))
                    .isEqualTo(1);
            return null;
        });
    }

    @Test
    @DisplayName("P6, P3: a filtered result and the mapped collection of one call share instances")
    void filteredAndPlain() {
        read(em -> {
            List<Dog> dogs = dogs(em);
            database.forget();
            Prefetched prefetched = prefetch(dogs, Prefetch.of("toys"), WITH_B);
            assertThat(database.statements()).hasSize(2);
            assertThat(statements(() -> {
                        assertThat(dogs.get(0).getToys()).hasSize(3);
                        assertThat(prefetched.list(dogs.get(0), WITH_B))
                                .hasSize(2)
                                .allMatch(toy -> dogs.get(0).getToys().contains(toy));
                    }))
                    .isZero();
            return null;
        });
    }

    @Test
    @DisplayName("P6, C11: an order and a limit per owner: the database leaves the others out")
    void limited() {
        read(em -> {
            List<Dog> dogs = dogs(em);
            database.forget();
            Prefetched prefetched = prefetch(
                    dogs,
                    Prefetch.of("toys")
                            .orderBy((builder, toy) -> builder.desc(toy.get("name")))
                            .limit(1)
                            .as("last"),
                    Prefetch.of("toys").limit(2).as("firstTwo"));
            assertThat(database.statements()).hasSize(2);
            assertThat(prefetched.outcome().rows()).isEqualTo(3 + 5);
            assertThat(dogs)
                    .extracting(dog -> prefetched
                            .single(dog, "last", Toy.class)
                            .map(Toy::getName)
                            .orElse("-"))
                    .containsExactly("rope", "rope", "ball", "-");
            assertThat(dogs)
                    .extracting(dog -> toys(prefetched, dog, "firstTwo"))
                    .containsExactly(List.of("ball", "bone"), List.of("bone", "rope"), List.of("ball"), List.of());
            return null;
        });
    }

    @Test
    @DisplayName("P6: an inverse collection is filtered, sorted and limited too, with what is nested in it")
    void inverse() {
        read(em -> {
            List<Owner> owners = em.createQuery("select o from Owner o order by o.id", Owner.class)
                    .getResultList();
            database.forget();
            Prefetched prefetched = prefetch(
                    owners,
                    Prefetch.of("dogs")
                            .where((builder, dog) -> builder.notEqual(dog.get("name"), "Gus"))
                            .orderBy((builder, dog) -> builder.desc(dog.get("name")))
                            .limit(1)
                            .as("last")
                            .with("toys"));
            if (WOVEN) {
                assertThat(database.statements()).hasSize(2);
            }
            assertThat(prefetched.single(owners.get(0), "last", Dog.class)).hasValueSatisfying(dog -> {
                assertThat(dog.getName()).isEqualTo("Rex");
                assertThat(statements(() -> assertThat(dog.getToys()).hasSize(3)))
                        .isZero();
            });
            assertThat(prefetched.single(owners.get(1), "last", Dog.class)).isEmpty();
            return null;
        });
    }

    @Test
    @DisplayName("P6: targets are counted by the database, and in memory where they are loaded")
    void counted() {
        read(em -> {
            List<Dog> dogs = dogs(em);
            Prefetch<Object, Object> all = Prefetch.of("toys").count();
            Prefetch<Object, Object> some = WITH_B.count();
            database.forget();
            Prefetched prefetched = prefetch(dogs, all, some);
            assertThat(database.statements()).hasSize(2).allMatch(sql -> sql.contains("COUNT("));
            assertThat(dogs).extracting(dog -> prefetched.count(dog, all)).containsExactly(3L, 3L, 1L, 0L);
            assertThat(dogs).extracting(dog -> prefetched.count(dog, "withB")).containsExactly(2L, 1L, 1L, 0L);

            prefetch(dogs, "toys");
            database.forget();
            assertThat(prefetch(dogs, all).count(dogs.get(1), all)).isEqualTo(3);
            assertThat(database.statements()).isEmpty();
            return null;
        });
    }

    @Test
    @DisplayName("P6: a reference is filtered too: an owner whose target does not fulfil the condition has none")
    void reference() {
        read(em -> {
            List<Dog> dogs = dogs(em);
            Prefetched prefetched = prefetch(
                    dogs, Prefetch.of("owner").where((builder, owner) -> builder.equal(owner.get("name"), "Ann")));
            assertThat(prefetched.single(dogs.get(0), "owner", Owner.class)).isPresent();
            assertThat(prefetched.single(dogs.get(2), "owner", Owner.class)).isEmpty();
            assertThat(prefetched.single(dogs.get(3), "owner", Owner.class)).isEmpty();
            assertThat(dogs.get(2).getOwner().getName()).isEqualTo("Ben");
            return null;
        });
    }

    @Test
    @DisplayName("P4, P6: one prefetch, nested in two others, gives one result for each owner of either")
    void reused() {
        read(em -> {
            List<Dog> dogs = dogs(em);
            Prefetch<Object, Object> friends = Prefetch.of("dogs")
                    .where((builder, dog) -> builder.equal(dog.get("name"), "Fay"))
                    .as("fays");
            Prefetched prefetched = prefetch(
                    dogs,
                    Prefetch.of("toys").with(friends),
                    Prefetch.of("favoriteToy").with(friends));
            Toy bone = dogs.get(0).getFavoriteToy();
            assertThat(prefetched.list(bone, friends)).containsExactly(dogs.get(1));
            assertThat(prefetched.list(dogs.get(2).getToys().get(0), friends)).isEmpty();
            return null;
        });
    }

    @Test
    @DisplayName("P6, C12: one name for two definitions is an error, and nothing is loaded")
    void sameName() {
        read(em -> {
            List<Dog> dogs = dogs(em);
            database.forget();
            for (Prefetch<Object, Object> other : List.of(
                    Prefetch.of("toys")
                            .where((builder, toy) -> builder.like(toy.get("name"), "b%"))
                            .as("withB"),
                    WITH_B.limit(1),
                    WITH_B.count(),
                    Prefetch.of("favoriteToy").where(B_TOYS).as("withB"))) {
                assertThatExceptionOfType(PrefetchException.class)
                        .isThrownBy(() -> prefetch(dogs, WITH_B, other))
                        .withMessageContaining("SELFSAME002107")
                        .withMessageContaining("withB");
            }
            assertThat(database.statements()).isEmpty();
            prefetch(dogs, WITH_B, WITH_B.with("maker"));
            return null;
        });
    }

    @Test
    @DisplayName("P6, P12: what makes no sense for an attribute is an error, and nothing is loaded")
    void contradictions() {
        read(em -> {
            List<Dog> dogs = dogs(em);
            database.forget();
            assertThatExceptionOfType(PrefetchException.class)
                    .isThrownBy(() -> prefetch(dogs, Prefetch.of("owner").limit(1)))
                    .withMessageContaining("SELFSAME002106");
            assertThatExceptionOfType(PrefetchException.class)
                    .isThrownBy(() -> prefetch(dogs, Prefetch.of("nicknames").count()))
                    .withMessageContaining("SELFSAME002105");
            assertThat(database.statements()).isEmpty();
            return null;
        });
    }

    @Test
    @DisplayName("P6, P8: separate results make nothing dirty, and their entities are managed")
    void neverDirty() {
        assertThat(statements(() -> transact(em -> {
                    List<Dog> dogs = dogs(em);
                    Prefetched prefetched =
                            prefetch(dogs, WITH_B, Prefetch.of("toys").limit(1).as("first"));
                    assertThat(prefetched.list(dogs.get(0), WITH_B)).allMatch(em::contains);
                    database.forget();
                })))
                .isZero();
        transact(em -> {
            List<Dog> dogs = dogs(em);
            Prefetched prefetched = prefetch(dogs, WITH_B);
            prefetched.list(dogs.get(0), "withB", Toy.class).get(0).setName("beam");
        });
        long renamed = read(em -> em.createQuery("select count(t) from Toy t where t.name = 'beam'", Long.class)
                .getSingleResult());
        assertThat(renamed).isEqualTo(1);
    }

    @Test
    @DisplayName("P6: a condition may go along associations of the target")
    void conditionAcross() {
        read(em -> {
            List<Dog> dogs = dogs(em);
            Prefetched prefetched = prefetch(
                    dogs,
                    Prefetch.of("toys")
                            .where((builder, toy) ->
                                    builder.equal(toy.get("maker").get("name"), "Bolt"))
                            .as("ofBolt")
                            .with("maker"));
            assertThat(dogs.stream().map(dog -> toys(prefetched, dog, "ofBolt").size()))
                    .containsExactly(1, 2, 0, 0);
            assertThat(prefetched.list(dogs.get(0), "ofBolt", Toy.class).get(0).getMaker())
                    .extracting(Maker::getName)
                    .isEqualTo("Bolt");
            return null;
        });
    }
}
