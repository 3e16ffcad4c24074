package io.github.selfsame.eclipselink.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Owner;
import jakarta.persistence.EntityManager;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A transaction manager may end a transaction on a thread that has no identity map, and after the scope. */
class CompletionOnAnotherThreadTest extends KennelTest {

    @Test
    @DisplayName("R7: what is committed on another thread is canonical and free afterwards")
    void commit() {
        EntityManager em = entityManager();
        em.getTransaction().begin();
        Dog rex = em.find(Dog.class, 1L);
        rex.setName("Max");
        Dog pip = new Dog(5, "Pip", em.find(Owner.class, 1L));
        em.persist(pip);
        elsewhere(() -> {
            em.getTransaction().commit();
            em.close();
        });

        assertThat(statements(() -> {
                    assertThat(this.<Dog>read(other -> other.find(Dog.class, 1L)))
                            .isSameAs(rex);
                    assertThat(this.<Dog>read(other -> other.find(Dog.class, 5L)))
                            .isSameAs(pip);
                }))
                .isZero();
        assertThat(rex.getName()).isEqualTo("Max");
        transact(other -> assertThat(other.find(Owner.class, 1L).getDogs()).contains(pip));
    }

    @Test
    @DisplayName("R8: a rollback on another thread, as by a timeout, evicts what was changed, and only that")
    void rollback() {
        EntityManager em = entityManager();
        em.getTransaction().begin();
        Dog rex = em.find(Dog.class, 1L);
        Dog fay = em.find(Dog.class, 2L);
        rex.setName("Max");
        em.flush();
        em.persist(new Dog(5, "Pip", null));
        elsewhere(() -> em.getTransaction().rollback());

        Dog read = read(other -> other.find(Dog.class, 1L));
        assertThat(read).isNotSameAs(rex);
        assertThat(read.getName()).isEqualTo("Rex");
        assertThat(this.<Dog>read(other -> other.find(Dog.class, 2L))).isSameAs(fay);
        assertThat(this.<Dog>read(other -> other.find(Dog.class, 5L))).isNull();
        assertThat(em.find(Dog.class, 1L)).isSameAs(read);
    }

    @Test
    @DisplayName("R7/S1: a commit on another thread after the end of the map reaches the database and nothing else")
    void afterTheMap() {
        EntityManager em = entityManager();
        em.getTransaction().begin();
        em.find(Dog.class, 1L).setName("Max");
        var map = activation.map();
        activation.close();
        elsewhere(() -> em.getTransaction().commit());

        assertThat(map.size()).isZero();
        activation = maps.open();
        assertThat(this.<Dog>read(other -> other.find(Dog.class, 1L)).getName()).isEqualTo("Max");
    }

    private static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work, command -> {
                    Thread thread = new Thread(command);
                    thread.start();
                })
                .join();
    }
}
