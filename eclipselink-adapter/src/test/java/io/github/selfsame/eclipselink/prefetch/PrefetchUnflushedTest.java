package io.github.selfsame.eclipselink.prefetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.PrefetchException;
import io.github.selfsame.prefetch.Prefetched;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.persistence.queries.FetchGroup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Owners that are new or partly loaded, and contexts that have not flushed their changes. */
class PrefetchUnflushedTest extends KennelTest {

    private static Dog puppy(EntityManager em, long id) {
        Dog puppy = new Dog(id, "Pup" + id, em.find(Owner.class, 1L));
        puppy.getToys().add(em.find(Toy.class, 1L));
        em.persist(puppy);
        return puppy;
    }

    @Test
    @DisplayName(
            "P1, P8, D8: owners that are all new have what they were given, what is below is loaded, and no more is written")
    void allNew() {
        transact(em -> {
            List<Dog> puppies = List.of(puppy(em, 8), puppy(em, 9));
            database.forget();
            prefetch(puppies, "toys.maker", "owner.dogs.toys");
            // without weaving, references of what comes are read with it
            if (WOVEN) {
                assertThat(database.statements()).hasSize(3);
            }
            assertThat(statements(() -> puppies.forEach(puppy -> {
                        assertThat(puppy.getToys()).hasSize(1);
                        assertThat(puppy.getToys().get(0).getMaker().getName()).isEqualTo("Acme");
                        // the other side of an association is what the database has, as lazily
                        assertThat(puppy.getOwner().getDogs())
                                .extracting(Dog::getName)
                                .containsExactly("Fay", "Rex");
                    })))
                    .isZero();
            database.forget();
        });
        // the version of what they refer to has not changed: two dogs, two links
        assertThat(database.statements()).hasSize(4).allMatch(statement -> statement.startsWith("INSERT"));
    }

    @Test
    @DisplayName("P1: one new owner alone, before the flush, after it, and after the commit")
    void oneNew() {
        EntityManager em = entityManager();
        em.getTransaction().begin();
        Dog puppy = puppy(em, 9);
        prefetch(List.of(puppy), "toys.dogs");
        assertThat(puppy.getToys().get(0).getDogs()).extracting(Dog::getName).containsExactlyInAnyOrder("Rex", "Gus");
        em.flush();
        prefetch(List.of(puppy), "toys.dogs.owner");
        em.getTransaction().commit();
        em.close();
        prefetch(List.of(puppy), "toys.dogs");
        assertThat(puppy.getToys().get(0).getDogs())
                .extracting(Dog::getName)
                .containsExactlyInAnyOrder("Rex", "Gus", "Pup9");
    }

    @Test
    @DisplayName(
            "P6, D8: separate results of new owners are empty, as nothing of theirs is in the database; counts are 0")
    void resultsOfNew() {
        transact(em -> {
            Dog puppy = puppy(em, 9);
            Prefetch<Object, Object> balls =
                    Prefetch.of("toys").where((builder, toy) -> builder.equal(toy.get("name"), "ball"));
            Prefetched prefetched =
                    prefetch(List.of(puppy), balls, Prefetch.of("toys").as("given"));
            assertThat(prefetched.list(puppy, balls)).isEmpty();
            assertThat(prefetched.list(puppy, "given", Toy.class)).containsExactlyElementsOf(puppy.getToys());
        });
    }

    @Test
    @DisplayName("P1: an entity that nobody manages is an error, new or not, and nothing is loaded")
    void notPersisted() {
        transact(em -> {
            Dog stray = new Dog(9, "Stray", null);
            List<Dog> dogs = new ArrayList<>(
                    em.createQuery("select d from Dog d", Dog.class).getResultList());
            dogs.add(stray);
            database.forget();
            assertThatThrownBy(() -> prefetch(dogs, "toys"))
                    .isInstanceOf(PrefetchException.class)
                    .hasMessageContaining("SELFSAME002102");
            em.persist(stray);
            em.detach(stray);
            assertThatThrownBy(() -> prefetch(List.of(stray), "toys"))
                    .isInstanceOf(PrefetchException.class)
                    .hasMessageContaining("SELFSAME002102");
            assertThat(database.statements()).isEmpty();
        });
    }

    @Test
    @DisplayName("R3, P1: a private copy that has nothing left to load is an owner like any other")
    void privateCopyWithNothingToLoad() {
        EntityManager holder = entityManager();
        Owner canonical = holder.find(Owner.class, 1L);
        transact(em -> {
            Owner copy = em.find(Owner.class, 1L);
            assertThat(copy).isNotSameAs(canonical);
            load(copy.getDogs());
            prefetch(List.of(copy), "dogs.toys");
            assertThat(statements(() -> copy.getDogs().forEach(dog -> load(dog.getToys()))))
                    .isZero();
            assertThat(copy.getDogs()).allMatch(em::contains);
        });
    }

    @Test
    @DisplayName("P9: an owner that is a mere reference to a row that is not there is the error that touching it is")
    void referenceToNothing() {
        EntityManager em = entityManager();
        List<String> errors = new ArrayList<>();
        for (boolean prefetches : new boolean[] {false, true}) {
            try {
                Dog nobody = em.getReference(Dog.class, 99L);
                if (prefetches) {
                    prefetch(List.of(nobody), "toys");
                }
                load(nobody.getToys());
            } catch (RuntimeException e) {
                errors.add(e.toString());
            }
        }
        assertThat(errors).hasSize(2);
        assertThat(errors.get(0)).contains("99").isEqualTo(errors.get(1));
    }

    @Test
    @DisplayName("R12, P1: owners that were partly loaded are completed together, in one statement")
    void partlyLoaded() {
        assumeTrue(WOVEN, "fetch groups need weaving");
        // evicted instances are still complete there
        emptyCaches();
        transact(em -> {
            List<Dog> dogs = partlyLoaded(em);
            database.forget();
            prefetch(dogs, "toys.maker", "owner");
            // the rest of the dogs, toys, makers, owners
            assertThat(database.statements()).hasSize(4);
            assertComplete(dogs);
            database.forget();
        });
        assertThat(database.statements()).isEmpty();
    }

    @Test
    @DisplayName("R6, R12: a partly loaded owner that was changed is completed as EclipseLink does it by itself")
    void partlyLoadedAndChanged() {
        assumeTrue(WOVEN, "fetch groups need weaving");
        List<String> expected = new ArrayList<>();
        try (var bypass = maps.bypass()) {
            changeAndComplete(expected, false);
        }
        List<String> seen = new ArrayList<>();
        changeAndComplete(seen, true);
        assertThat(seen).isEqualTo(expected);
    }

    private void changeAndComplete(List<String> seen, boolean prefetches) {
        emptyCaches();
        EntityManager em = entityManager();
        em.getTransaction().begin();
        List<Dog> dogs = partlyLoaded(em);
        dogs.get(0).setName("Max");
        if (prefetches) {
            prefetch(dogs, "toys");
        }
        dogs.forEach(dog -> seen.add(dog.getToys().size() + " of " + dog.getName()));
        em.flush();
        List<?> rows = em.createNativeQuery("select name, version from Dog order by id")
                .getResultList();
        rows.forEach(row -> seen.add(Arrays.toString((Object[]) row)));
        em.getTransaction().rollback();
        em.close();
    }

    @Test
    @DisplayName("R12, P1: so are free ones")
    void partlyLoadedAndFree() {
        assumeTrue(WOVEN, "fetch groups need weaving");
        emptyCaches();
        List<Dog> dogs = read(PrefetchUnflushedTest::partlyLoaded);
        database.forget();
        prefetch(dogs, "toys.maker", "owner");
        assertThat(database.statements()).hasSize(4);
        assertComplete(dogs);
    }

    private static List<Dog> partlyLoaded(EntityManager em) {
        FetchGroup names = new FetchGroup();
        names.addAttribute("name");
        return em.createQuery("select d from Dog d order by d.id", Dog.class)
                .setHint("eclipselink.fetch-group", names)
                .getResultList();
    }

    private void assertComplete(List<Dog> dogs) {
        assertThat(statements(() -> {
                    assertThat(dogs).extracting(dog -> dog.getToys().size()).containsExactly(3, 3, 1, 0);
                    assertThat(dogs.get(2).getOwner().getName()).isEqualTo("Ben");
                }))
                .isZero();
    }
}
