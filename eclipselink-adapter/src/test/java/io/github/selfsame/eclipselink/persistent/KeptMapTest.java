package io.github.selfsame.eclipselink.persistent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What users of django-prefetch-utils do with a persistent map, and where that went wrong. */
class KeptMapTest extends KennelTest {

    private List<Dog> dogs(EntityManager em) {
        return em.createQuery("select d from Dog d order by d.id", Dog.class).getResultList();
    }

    @Test
    @DisplayName(
            "S6, D64, D65: a kept map goes on where it was left, on another thread too, and what it holds needs no SQL")
    void goesOn() throws Exception {
        IdentityMap kept = maps.create();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            List<Dog> dogs = maps.resume(kept, () -> {
                List<Dog> found = read(this::dogs);
                prefetch(found, "toys");
                return found;
            });
            int statements = statements(() -> run(
                    () -> {
                        prefetch(dogs, "favoriteToy");
                        assertThat(dogs.get(0).getFavoriteToy())
                                .isSameAs(dogs.get(0).getToys().get(1));
                        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dogs.get(0));
                    },
                    kept,
                    other));
            assertThat(statements).isZero();
        } finally {
            other.shutdownNow();
            kept.close();
        }
    }

    private void run(Runnable work, IdentityMap kept, ExecutorService executor) {
        try {
            executor.submit(() -> maps.resume(kept, () -> {
                        work.run();
                        return null;
                    }))
                    .get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("S4, D67: an inner map has objects of its own, and the outer one has its own again")
    void nests() {
        Dog outer = read(em -> em.find(Dog.class, 1L));
        try (var inner = maps.open()) {
            assertThat(inner.map().size()).isZero();
            assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isNotSameAs(outer);
        }
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(outer);
    }

    @Test
    @DisplayName("R1, D71: a lazy reference to what the map holds takes no statement")
    void lazyReference() {
        read(em -> em.find(Toy.class, 2L));
        Dog dog = read(em -> em.find(Dog.class, 1L));
        Toy toy = read(em -> em.find(Toy.class, 2L));

        assertThat(statements(() -> assertThat(dog.getFavoriteToy().getName()).isEqualTo("bone")))
                .isZero();
        assertThat(dog.getFavoriteToy()).isSameAs(toy);
    }

    @Test
    @DisplayName("R7, D73: after a row is deleted and made anew the new object counts")
    void deletedAndMadeAnew() {
        Owner held = read(em -> em.find(Owner.class, 3L));
        transact(em -> em.remove(em.find(Owner.class, 3L)));
        transact(em -> em.persist(new Owner(3, "Eve")));

        Owner found = read(em -> em.find(Owner.class, 3L));
        assertThat(found).isNotSameAs(held);
        assertThat(found.getName()).isEqualTo("Eve");
    }

    @Test
    @DisplayName("P3, D74: members that several owners share are in the collection of each of them, once")
    void sharedMembers() {
        List<Dog> dogs = read(this::dogs);
        prefetch(dogs, "toys");

        assertThat(dogs.get(0).getToys()).extracting(Toy::getId).containsExactly(1L, 2L, 3L);
        assertThat(dogs.get(1).getToys()).extracting(Toy::getId).containsExactly(2L, 3L, 4L);
        assertThat(dogs.get(2).getToys()).extracting(Toy::getId).containsExactly(1L);
        assertThat(dogs.get(3).getToys()).isEmpty();
        assertThat(dogs.get(0).getToys().get(1)).isSameAs(dogs.get(1).getToys().get(0));
    }

    @Test
    @DisplayName("P7, D75: a child that was moved in the database is found with its new parent by a prefetch")
    void movedChild() {
        Dog held = read(em -> em.find(Dog.class, 3L));
        database.execute("update Dog set owner_id = 3, version = version + 1 where id = 3");
        Owner parent = read(em -> em.find(Owner.class, 3L));

        prefetch(List.of(parent), "dogs");

        assertThat(parent.getDogs()).containsExactly(held);
    }

    @Test
    @DisplayName("R10, D72: refresh brings the row into the held object")
    void refresh() {
        Dog held = read(em -> em.find(Dog.class, 1L));
        database.execute("update Dog set name = 'Max', version = version + 1 where id = 1");
        read(em -> {
            em.refresh(em.find(Dog.class, 1L));
            return null;
        });

        assertThat(held.getName()).isEqualTo("Max");
    }
}
