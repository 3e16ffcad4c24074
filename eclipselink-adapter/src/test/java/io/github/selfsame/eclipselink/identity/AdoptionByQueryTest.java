package io.github.selfsame.eclipselink.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Note;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AdoptionByQueryTest extends KennelTest {

    @Test
    @DisplayName("R1: what a query fetches by join is not read again for instances that the map has already")
    void joinFetch() {
        List<Dog> dogs = read(this::dogs);
        int statements = statements(() -> transact(em -> {
            List<Dog> again = em.createQuery("select distinct d from Dog d left join fetch d.toys", Dog.class)
                    .getResultList();
            assertThat(again).hasSameElementsAs(dogs);
            again.forEach(dog -> load(dog.getToys()));
        }));

        // without weaving toys have eager makers
        assertThat(statements).isLessThanOrEqualTo(WOVEN ? 1 : 3);
        assertThat(dogs).extracting(dog -> dog.getToys().size()).containsExactlyInAnyOrder(3, 3, 1, 0);
    }

    @Test
    @DisplayName("R1: what a query fetches by batch is not read one by one for instances that the map has already")
    void batchFetch() {
        List<Dog> dogs = read(this::dogs);
        int statements = statements(() -> read(em -> {
            List<Dog> again = em.createQuery("select d from Dog d", Dog.class)
                    .setHint("eclipselink.batch", "d.toys")
                    .getResultList();
            again.forEach(dog -> load(dog.getToys()));
            return again;
        }));

        assertThat(statements).isLessThanOrEqualTo(WOVEN ? 2 : 4);
        assertThat(dogs).extracting(dog -> dog.getToys().size()).containsExactlyInAnyOrder(3, 3, 1, 0);
    }

    @Test
    @DisplayName("R8: an optimistic lock alone is no change, neither after commit nor after rollback")
    void optimisticLock() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        transact(em -> em.find(Dog.class, 1L, LockModeType.OPTIMISTIC_FORCE_INCREMENT));
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog);

        EntityManager em = entityManager();
        em.getTransaction().begin();
        em.find(Dog.class, 1L, LockModeType.OPTIMISTIC);
        em.getTransaction().rollback();
        em.close();
        assertThat(this.<Dog>read(other -> other.find(Dog.class, 1L))).isSameAs(dog);
    }

    @Test
    @DisplayName("R1, R6: a transaction that has begun with a statement takes the row's state into the same instance")
    void earlyTransaction() {
        Note note = read(em -> em.find(Note.class, 1L));
        transact(em -> {
            em.createNativeQuery("update Toy set name = 'x'").executeUpdate();
            assertThat(em.createNativeQuery("select * from Note where id = 1", Note.class)
                            .getSingleResult())
                    .isSameAs(note);
        });
    }

    @Test
    @DisplayName("R1, R10: a reference after the caches were emptied is the same instance")
    void referenceAfterEviction() {
        Note note = read(em -> em.find(Note.class, 1L));
        factory.getCache().evictAll();
        transact(em -> assertThat(em.getReference(Note.class, 1L)).isSameAs(note));
    }

    private List<Dog> dogs(EntityManager em) {
        return em.createQuery("select d from Dog d", Dog.class).getResultList();
    }
}
