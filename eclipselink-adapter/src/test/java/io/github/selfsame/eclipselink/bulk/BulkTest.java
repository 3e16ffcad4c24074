package io.github.selfsame.eclipselink.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import jakarta.persistence.EntityManager;
import jakarta.persistence.ParameterMode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BulkTest extends KennelTest {

    @Test
    @DisplayName("R11/B3: after a JPQL update the instances of that type are read again, in place, and no others")
    void jpqlUpdate() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        Owner owner = read(em -> em.find(Owner.class, 1L));
        transact(em ->
                em.createQuery("update Dog d set d.name = 'Max' where d.id = 1").executeUpdate());

        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog);
        assertThat(dog.getName()).isEqualTo("Max");
        assertThat(statements(() -> assertThat(this.<Owner>read(em -> em.find(Owner.class, 1L)))
                        .isSameAs(owner)))
                .isZero();
    }

    @Test
    @DisplayName("R11/B3: what a JPQL delete has removed is not found, and is in no collection")
    void jpqlDelete() {
        Owner ben = read(em -> em.find(Owner.class, 2L));
        load(ben.getDogs());
        read(em -> em.find(Dog.class, 3L));
        transact(em -> {
            em.createNativeQuery("delete from Dog_Toy where dogs_id = 3").executeUpdate();
            em.createQuery("delete from Dog d where d.id = 3").executeUpdate();
        });

        emptySharedCache();
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 3L))).isNull();
        transact(em -> assertThat(em.find(Owner.class, 2L).getDogs()).isEmpty());
    }

    @Test
    @DisplayName("R11/B3: a native statement may touch anything, so that all is read again")
    void nativeStatement() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        Toy toy = read(em -> em.find(Toy.class, 1L));
        load(dog.getToys());
        transact(em -> {
            em.createNativeQuery("update Dog set name = 'Max' where id = 1").executeUpdate();
            em.createNativeQuery("update Toy set name = 'cube' where id = 1").executeUpdate();
            em.createNativeQuery("delete from Dog_Toy where dogs_id = 1 and toys_id = 2")
                    .executeUpdate();
        });
        emptySharedCache();

        transact(em -> {
            assertThat(em.find(Dog.class, 1L)).isSameAs(dog);
            assertThat(dog.getName()).isEqualTo("Max");
            assertThat(dog.getToys()).extracting(Toy::getName).containsExactlyInAnyOrder("cube", "rope");
            assertThat(em.find(Toy.class, 1L)).isSameAs(toy);
        });
    }

    @Test
    @DisplayName("R11/R8: what was read between a bulk update and its rollback is read again")
    void rolledBackUpdate() {
        EntityManager em = entityManager();
        em.getTransaction().begin();
        em.createQuery("update Dog d set d.name = 'Max'").executeUpdate();
        Dog dog = em.find(Dog.class, 1L);
        assertThat(dog.getName()).isEqualTo("Max");
        em.getTransaction().rollback();

        assertThat(this.<Dog>read(other -> other.find(Dog.class, 1L)).getName()).isEqualTo("Rex");
    }

    @Test
    @DisplayName("R11: a transaction sees its own bulk update, also if another context has read the row since")
    void ownUpdate() {
        assumeFalse(SHARED_CACHE, "the shared cache answers, as without the map");
        EntityManager em = entityManager();
        em.getTransaction().begin();
        em.createNativeQuery("update Dog set name = 'Max' where id = 1").executeUpdate();
        Dog dog = read(other -> other.find(Dog.class, 1L));
        assertThat(dog.getName()).isEqualTo("Rex");

        assertThat(em.find(Dog.class, 1L).getName()).isEqualTo("Max");
    }

    @Test
    @DisplayName("B10: a transaction that has flushed and cleared sees what it has written, and so do others after it")
    void flushAndClear() {
        EntityManager first = entityManager();
        Dog dog = first.find(Dog.class, 1L);
        EntityManager second = entityManager();
        second.getTransaction().begin();
        Dog copy = second.find(Dog.class, 1L);
        assertThat(copy).isNotSameAs(dog);
        copy.setName("Max");
        copy.setOwner(second.find(Owner.class, 2L));
        second.flush();
        second.clear();
        first.close();

        assertThat(second.find(Dog.class, 1L).getName()).isEqualTo("Max");
        second.clear();
        Owner ben = read(em -> em.find(Owner.class, 2L));
        load(ben.getDogs());
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L)).getName()).isEqualTo("Rex");
        second.getTransaction().commit();

        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L)).getName()).isEqualTo("Max");
        transact(em -> assertThat(em.find(Owner.class, 2L).getDogs())
                .extracting(Dog::getName)
                .contains("Max"));
    }

    @Test
    @DisplayName("R8: what a transaction has read of its own flushed changes is read again after its rollback")
    void rolledBackFlush() {
        EntityManager em = entityManager();
        em.getTransaction().begin();
        em.find(Dog.class, 1L).setName("Max");
        em.flush();
        em.clear();
        assertThat(em.find(Dog.class, 1L).getName()).isEqualTo("Max");
        em.getTransaction().rollback();

        assertThat(this.<Dog>read(other -> other.find(Dog.class, 1L)).getName()).isEqualTo("Rex");
    }

    @Test
    @DisplayName("R11: a stored procedure may touch anything, so that all is read again")
    void storedProcedure() {
        database.execute("create alias rename_dog for '" + Procedures.class.getName() + ".renameDog'");
        Dog dog = read(em -> em.find(Dog.class, 1L));
        transact(em -> em.createStoredProcedureQuery("rename_dog")
                .registerStoredProcedureParameter(1, Long.class, ParameterMode.IN)
                .registerStoredProcedureParameter(2, String.class, ParameterMode.IN)
                .setParameter(1, 1L)
                .setParameter(2, "Max")
                .execute());
        emptySharedCache();
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog);
        assertThat(dog.getName()).isEqualTo("Max");
    }

    /** EclipseLink leaves there as it is what such statements change; the map must not need it to be emptied. */
    private void emptySharedCache() {
        if (SHARED_CACHE) {
            factory.getCache().evictAll();
        }
    }
}
