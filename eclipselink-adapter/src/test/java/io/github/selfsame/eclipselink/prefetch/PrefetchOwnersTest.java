package io.github.selfsame.eclipselink.prefetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Owners in all states, and what of their associations there is to read. */
class PrefetchOwnersTest extends KennelTest {

    private List<Dog> dogs(EntityManager em) {
        return em.createQuery("select d from Dog d order by d.id", Dog.class).getResultList();
    }

    @Test
    @DisplayName("P1, D8: a new owner has what it was given, and what is below that is loaded")
    void newOwners() {
        transact(em -> {
            List<Dog> dogs = new ArrayList<>(dogs(em));
            Dog puppy = new Dog(9, "Pip", em.find(Owner.class, 3L));
            puppy.getToys().add(em.find(Toy.class, 5L));
            em.persist(puppy);
            dogs.add(puppy);
            prefetch(dogs, "toys.dogs", "owner.dogs");
            assertThat(statements(() -> {
                        assertThat(puppy.getToys()).hasSize(1);
                        assertThat(puppy.getToys().get(0).getDogs()).isEmpty();
                        assertThat(puppy.getOwner().getDogs()).isEmpty();
                        assertThat(dogs.get(0).getToys()).hasSize(3);
                    }))
                    .isZero();
        });
        int toys = read(em -> em.createQuery("select size(d.toys) from Dog d where d.id = 9", Integer.class)
                .getSingleResult());
        assertThat(toys).isEqualTo(1);
    }

    @Test
    @DisplayName("P2, D14: only missing keys are asked for")
    void missingKeysOnly() {
        read(em -> {
            List<Dog> dogs = dogs(em);
            assertThat(em.find(Owner.class, 1L)).isNotNull();
            database.forget();
            assertThat(prefetch(dogs, "owner").outcome().rows()).isEqualTo(WOVEN ? 1 : 0);
            assertThat(database.statements()).hasSize(WOVEN ? 1 : 0);
            return null;
        });
    }

    @Test
    @DisplayName("P2, D21, D41: where all references are null there is no statement, nor below")
    void nullReferences() {
        read(em -> {
            List<Dog> dogs = List.of(em.find(Dog.class, 4L));
            assertThat(statements(() -> prefetch(dogs, "owner.dogs", "favoriteToy.maker")))
                    .isZero();
            assertThat(dogs.get(0).getOwner()).isNull();
            assertThat(statements(() -> prefetch(dogs, "toys.maker", "toys.dogs.owner")))
                    .isEqualTo(1);
            assertThat(dogs.get(0).getToys()).isEmpty();
            return null;
        });
    }

    @Test
    @DisplayName("C18, D22: a reference to a row that is not there is none, and the others load")
    void danglingReference() {
        database.execute("SET REFERENTIAL_INTEGRITY FALSE");
        database.execute("update Dog set owner_id = 77 where id = 3");
        factory.getCache().evictAll();
        read(em -> {
            List<Dog> dogs = dogs(em);
            prefetch(dogs, "owner");
            assertThat(dogs.get(2).getOwner()).isNull();
            assertThat(dogs.get(0).getOwner().getName()).isEqualTo("Ann");
            return null;
        });
        database.execute("update Dog set owner_id = 70 + id");
        activation.map().clear();
        factory.getCache().evictAll();
        read(em -> {
            em.getTransaction().begin();
            em.createNativeQuery("update Owner set name = 'Zoe' where id = 1").executeUpdate();
            List<Dog> dogs = dogs(em);
            // without weaving they have come with the query
            assertThat(statements(() -> prefetch(dogs, "owner"))).isEqualTo(WOVEN ? 1 : 0);
            assertThat(statements(() -> assertThat(dogs).allMatch(dog -> dog.getOwner() == null)))
                    .isZero();
            em.getTransaction().rollback();
            return null;
        });
    }

    @Test
    @DisplayName("P9: what the context has changed without a flush comes out as lazy loading shows it")
    void unflushedChanges() {
        List<String> expected = new ArrayList<>();
        try (var bypass = maps.bypass()) {
            unflushed(expected, false);
        }
        factory.getCache().evictAll();
        List<String> seen = new ArrayList<>();
        unflushed(seen, true);
        assertThat(seen).isEqualTo(expected);
    }

    private void unflushed(List<String> seen, boolean prefetches) {
        EntityManager em = entityManager();
        em.getTransaction().begin();
        List<Dog> dogs = dogs(em);
        List<Owner> owners = em.createQuery("select o from Owner o order by o.id", Owner.class)
                .getResultList();
        dogs.get(0).setOwner(owners.get(2));
        dogs.get(1).setOwner(null);
        dogs.get(2).getToys().add(em.find(Toy.class, 5L));
        em.remove(em.find(Toy.class, 4L));
        em.persist(new Dog(8, "New", owners.get(0)));
        if (prefetches) {
            prefetch(dogs, "toys.dogs", "owner");
            prefetch(owners, "dogs.toys");
        }
        for (Dog dog : dogs) {
            seen.add(dog.getName() + " of "
                    + (dog.getOwner() == null ? "-" : dog.getOwner().getName()) + ": "
                    + dog.getToys().stream().map(Toy::getName).sorted().toList());
        }
        for (Owner owner : owners) {
            seen.add(owner.getName() + ": "
                    + owner.getDogs().stream().map(Dog::getName).toList());
        }
        em.getTransaction().rollback();
        em.close();
    }

    @Test
    @DisplayName("S6, P1: a closed map is an error, and nothing is loaded")
    void closedMap() {
        activation.close();
        IdentityMap map = maps.create();
        List<Dog> dogs;
        try (var first = maps.resume(map)) {
            dogs = read(this::dogs);
        }
        map.close();
        activation = maps.open();
        database.forget();
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> prefetch(dogs, "toys"))
                .withMessageContaining("SELFSAME000300");
        assertThat(database.statements()).isEmpty();
    }

    @Test
    @DisplayName("P1, R4: managed and free owners in one call, each loaded where it belongs")
    void managedAndFree() {
        List<Dog> free = read(em -> em.createQuery("select d from Dog d where d.id < 3 order by d.id", Dog.class)
                .getResultList());
        read(em -> {
            List<Dog> all = new ArrayList<>(free);
            all.addAll(em.createQuery("select d from Dog d where d.id > 2 order by d.id", Dog.class)
                    .getResultList());
            database.forget();
            prefetch(all, "toys");
            // without weaving, a reference of the free ones is read as they are adopted
            assertThat(database.statements()).hasSizeLessThanOrEqualTo(WOVEN ? 2 : 3);
            assertThat(statements(() -> assertThat(
                                    all.stream().map(dog -> dog.getToys().size()))
                            .containsExactly(3, 3, 1, 0)))
                    .isZero();
            assertThat(em.contains(free.get(0))).isFalse();
            return null;
        });
    }
}
