package io.github.selfsame.eclipselink.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.ws.jpa.management.JPAEMPool;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A server that clears EntityManagers instead of closing them, to use them again. */
class PooledEntityManagerTest extends KennelTest {

    private JPAEMPool pool;
    private JPAEMPool another;

    @BeforeEach
    void createPools() {
        pool = new JPAEMPool(factory);
        another = new JPAEMPool(factory);
    }

    @AfterEach
    void closePools() {
        pool.shutdown();
        another.shutdown();
    }

    @Test
    @DisplayName("R2, R9: EntityManagers of two pools and one that is closed meet in one instance")
    void severalPools() {
        EntityManager first = pool.getEntityManager();
        EntityManager second = another.getEntityManager();
        Dog dog = read(em -> em.find(Dog.class, 1L));

        assertThat(first.find(Dog.class, 1L)).isSameAs(dog);
        assertThat(second.find(Dog.class, 1L)).as("contended").isNotSameAs(dog);
        assertThat(activation.map().statistics().contended()).isPositive();
        second.close();
        first.close();
        Dog after = read(em -> em.find(Dog.class, 1L));
        assertThat(after).isSameAs(dog);
    }

    @Test
    @DisplayName("R9: clearing for the pool keeps identity where an instance itself tells that it was not changed")
    void cleared() {
        Dog dog = pooled(pool, em -> em.find(Dog.class, 1L));

        // without weaving nothing tells it once the context is cleared
        assertThat(pooled(pool, em -> em.find(Dog.class, 1L)) == dog).isEqualTo(WOVEN);
        assertThat(pooled(another, em -> em.find(Dog.class, 1L)) == dog).isEqualTo(WOVEN);
    }

    @Test
    @DisplayName("R7, R9: what was committed before its EntityManager went back into the pool is current for all")
    void committed() {
        Dog dog = pooled(pool, em -> inTransaction(em, "Max"));

        assertThat(dog.getName()).isEqualTo("Max");
        Dog after = pooled(another, em -> em.find(Dog.class, 1L));
        assertThat(after.getName()).isEqualTo("Max");
        assertThat(after == dog).isEqualTo(WOVEN);
    }

    @Test
    @DisplayName("R8, R9: what was changed and never committed is evicted, and nothing else if entities are woven")
    void changedAndCleared() {
        Dog untouched = read(em -> em.find(Dog.class, 2L));
        Dog changed = pooled(pool, em -> {
            em.find(Dog.class, 2L);
            Dog found = em.find(Dog.class, 1L);
            found.setName("Max");
            return found;
        });

        Dog after = pooled(another, em -> em.find(Dog.class, 1L));
        assertThat(after).isNotSameAs(changed);
        assertThat(after.getName()).isEqualTo("Rex");
        assertThat(pooled(another, em -> em.find(Dog.class, 2L)) == untouched).isEqualTo(WOVEN);
    }

    @Test
    @DisplayName("R9: an application that clears an EntityManager of a pool means it")
    void clearedByTheApplication() {
        Dog dog = pooled(pool, em -> {
            Dog found = em.find(Dog.class, 1L);
            em.clear();
            return found;
        });

        Dog after = pooled(pool, em -> em.find(Dog.class, 1L));
        assertThat(after).isNotSameAs(dog);
    }

    private static Dog inTransaction(EntityManager manager, String name) {
        manager.getTransaction().begin();
        Dog dog = manager.find(Dog.class, 1L);
        dog.setName(name);
        manager.getTransaction().commit();
        return dog;
    }

    private static <T> T pooled(JPAEMPool pool, Function<EntityManager, T> work) {
        EntityManager manager = pool.getEntityManager();
        try {
            return work.apply(manager);
        } finally {
            pool.putEntityManager(manager);
        }
    }
}
