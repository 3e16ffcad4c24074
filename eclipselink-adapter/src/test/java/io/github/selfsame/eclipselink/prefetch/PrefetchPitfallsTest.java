package io.github.selfsame.eclipselink.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.SelfsameHints;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.Prefetched;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.persistence.queries.CursoredStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What has gone wrong in other projects' prefetching. */
class PrefetchPitfallsTest extends KennelTest {

    private static List<Dog> dogs(EntityManager em) {
        return em.createQuery("select d from Dog d order by d.id", Dog.class).getResultList();
    }

    @Test
    @DisplayName(
            "C3: a collection that is prefetched twice, reached by several paths, or joined before, has each element once")
    void noDuplicates() {
        read(em -> {
            List<Dog> dogs = dogs(em);
            prefetch(dogs, "toys", "toys.dogs.toys", "toys.dogs.toys.dogs", "favoriteToy.dogs.toys");
            prefetch(dogs, "toys.dogs", "favoriteToy.dogs");
            prefetch(List.of(dogs.get(0)), "toys.dogs.toys");
            assertEachOnce(dogs);
            return null;
        });
        activation.map().clear();
        read(em -> {
            List<Dog> dogs = em.createQuery("select d from Dog d left join fetch d.toys order by d.id", Dog.class)
                    .setHint(SelfsameHints.PREFETCH, "toys.dogs.toys, toys")
                    .getResultList();
            prefetch(dogs, "toys.dogs", "toys");
            assertEachOnce(dogs);
            return null;
        });
        // in another persistence context that takes them over, too
        read(em -> {
            List<Dog> dogs = dogs(em);
            prefetch(dogs, "toys.dogs", "toys");
            assertEachOnce(dogs);
            return null;
        });
    }

    private static void assertEachOnce(List<Dog> dogs) {
        for (Dog dog : dogs) {
            assertThat(dog.getToys()).doesNotHaveDuplicates();
            dog.getToys().forEach(toy -> assertThat(toy.getDogs()).doesNotHaveDuplicates());
        }
        assertThat(dogs.stream().distinct().map(dog -> dog.getToys().size())).containsExactly(3, 3, 1, 0);
        Toy ball = dogs.get(0).getToys().get(0);
        assertThat(ball.getDogs()).extracting(Dog::getName).containsExactlyInAnyOrder("Rex", "Gus");
    }

    @ParameterizedTest
    @EnumSource(
            value = LazyLoading.class,
            names = {"ONE", "PEERS"})
    @DisplayName(
            "C6: an owner without targets is loaded and empty, and not asked for again; one with targets is never empty")
    void emptyIsLoaded(LazyLoading mode) {
        reopen(IdentityMapOptions.DEFAULTS.with(mode));
        List<Dog> dogs = new ArrayList<>();
        List<Owner> owners = new ArrayList<>();
        read(em -> {
            dogs.addAll(dogs(em));
            owners.addAll(em.createQuery("select o from Owner o order by o.id", Owner.class)
                    .getResultList());
            if (mode == LazyLoading.PEERS) {
                load(dogs.get(0).getToys());
                load(owners.get(0).getDogs());
                load(dogs.get(3).getToys());
                load(owners.get(2).getDogs());
            }
            prefetch(dogs, "toys", "nicknames");
            prefetch(owners, "dogs");
            assertFull(dogs, owners);
            assertThat(statements(() -> {
                        prefetch(dogs, "toys", "nicknames");
                        prefetch(owners, "dogs");
                    }))
                    .isZero();
            assertFull(dogs, owners);
            return null;
        });
        assertFull(dogs, owners);
    }

    private void assertFull(List<Dog> dogs, List<Owner> owners) {
        assertThat(statements(() -> {
                    // in no order in particular
                    assertThat(dogs.get(3).getToys()).isNotNull().isEmpty();
                    assertThat(dogs.get(0).getToys()).hasSize(3);
                    assertThat(dogs.get(2).getToys()).hasSize(1);
                    assertThat(dogs.get(1).getToys()).hasSize(3);
                    assertThat(dogs.get(3).getNicknames()).isNotNull().isEmpty();
                    assertThat(dogs.get(0).getNicknames()).hasSize(2);
                    assertThat(owners.get(2).getDogs()).isNotNull().isEmpty();
                    assertThat(owners.get(0).getDogs()).hasSize(2);
                    assertThat(owners.get(1).getDogs()).hasSize(1);
                }))
                .isZero();
    }

    @Test
    @DisplayName(
            "C17: what was changed in the database between the query and the prefetch comes out right for the owners of"
                    + " the query, though they would not be found any more")
    void changedInBetween() {
        String changes = "update Dog set name = 'Zed', owner_id = 2 where id = 1;"
                + "delete from Dog_Toy where dogs_id = 2 and toys_id = 2;"
                + "insert into Dog_Toy (dogs_id, toys_id) values (3, 5);"
                + "insert into Dog (id, name, version, owner_id) values (9, 'Abe', 1, 1)";
        List<String> lazily = readWithoutMap(em -> described(readThenChange(em, changes)));
        database.execute("update Dog set name = 'Rex', owner_id = 1 where id = 1;"
                + "insert into Dog_Toy (dogs_id, toys_id) values (2, 2);"
                + "delete from Dog_Toy where dogs_id = 3 and toys_id = 5; delete from Dog where id = 9");
        factory.getCache().evictAll();
        read(em -> {
            List<Dog> dogs = readThenChange(em, changes);
            prefetch(dogs, "toys", "owner");
            assertThat(statements(() -> assertThat(described(dogs))
                            .isEqualTo(lazily)
                            .containsExactly(
                                    "Rex of Ann [ball, bone, rope]",
                                    "Fay of Ann [ring, rope]",
                                    "Gus of Ben [ball, duck]")))
                    .isZero();
            return null;
        });
    }

    private List<Dog> readThenChange(EntityManager em, String changes) {
        List<Dog> dogs = em.createQuery(
                        "select d from Dog d where d.name < 'S' and d.name <> 'Ida' order by d.id", Dog.class)
                .getResultList();
        database.execute(changes);
        return dogs;
    }

    private static List<String> described(List<Dog> dogs) {
        return dogs.stream()
                .map(dog -> dog.getName() + " of " + dog.getOwner().getName() + " "
                        + dog.getToys().stream().map(Toy::getName).sorted().toList())
                .toList();
    }

    @Test
    @DisplayName("C19: of a stream or cursor so many at a time can be prefetched as were read, while it is open")
    void streams() {
        read(em -> {
            try (Stream<Dog> stream = em.createQuery("select d from Dog d order by d.id", Dog.class)
                    .getResultStream()) {
                assertInBulk(stream.limit(2).toList());
            }
            return null;
        });
        activation.map().clear();
        factory.getCache().evictAll();
        read(em -> {
            CursoredStream cursor = (CursoredStream) em.createQuery("select d from Dog d order by d.id")
                    .setHint("eclipselink.cursor", true)
                    .getSingleResult();
            for (int part = 0; part < 2; part++) {
                List<Dog> dogs = new ArrayList<>();
                for (Object dog : cursor.next(2)) {
                    dogs.add((Dog) dog);
                }
                assertInBulk(dogs);
            }
            cursor.close();
            return null;
        });
    }

    private void assertInBulk(List<Dog> dogs) {
        assertThat(dogs).hasSize(2);
        assertThat(statements(() -> prefetch(dogs, "toys"))).isEqualTo(1);
        assertThat(statements(() -> dogs.forEach(dog -> load(dog.getToys())))).isZero();
    }

    @Test
    @DisplayName("C23: who refers to nothing is not lost where what is referred to is prefetched, filtered or counted")
    void optionalStaysOptional() {
        read(em -> {
            List<Dog> dogs = em.createQuery("select d from Dog d order by d.id", Dog.class)
                    .setHint(SelfsameHints.PREFETCH, "owner.dogs, favoriteToy.maker, toys.maker, collar.collarMaker")
                    .getResultList();
            assertThat(dogs).extracting(Dog::getName).containsExactly("Rex", "Fay", "Gus", "Ida");
            assertThat(dogs.get(3).getOwner()).isNull();
            assertThat(dogs.get(2).getFavoriteToy()).isNull();
            List<Toy> toys = em.createQuery("select t from Toy t order by t.id", Toy.class)
                    .getResultList();
            prefetch(toys, "maker", "dogs.owner", "dogs.favoriteToy.maker");
            assertThat(toys).extracting(Toy::getName).containsExactly("ball", "bone", "rope", "ring", "duck");
            assertThat(toys.get(4).getMaker()).isNull();
            Prefetch<Object, Object> acme =
                    Prefetch.of("maker").where((builder, maker) -> builder.equal(maker.get("name"), "Acme"));
            Prefetched prefetched = prefetch(toys, acme);
            assertThat(toys.stream().map(toy -> prefetched.single(toy, acme).isPresent()))
                    .containsExactly(true, true, false, false, false);
            return null;
        });
    }
}
