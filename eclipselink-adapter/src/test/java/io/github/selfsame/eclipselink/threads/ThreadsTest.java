package io.github.selfsame.eclipselink.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Maker;
import io.github.selfsame.spi.IdentityMapRuntime.ThreadSnapshot;
import jakarta.persistence.EntityManager;
import jakarta.persistence.RollbackException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several threads with one map. */
@Timeout(120)
class ThreadsTest extends KennelTest {

    private static final int THREADS = 4;
    private static final int ROUNDS = 40;

    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);

    @BeforeEach
    void propagate() {
        maps.propagate(true);
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    @DisplayName("R17, D8: of several contexts that read a row at once one publishes its instance, and all see the row")
    void publishOnce() throws Exception {
        CyclicBarrier together = new CyclicBarrier(THREADS);
        for (int round = 0; round < ROUNDS; round++) {
            activation.map().clear();
            Set<Dog> canonical = ConcurrentHashMap.newKeySet();
            inThreads(() -> {
                EntityManager em = factory.createEntityManager();
                together.await(60, TimeUnit.SECONDS);
                Dog dog = em.find(Dog.class, 1L);
                assertThat(dog.getName()).isEqualTo("Rex");
                assertThat(em.contains(dog)).isTrue();
                if (activation.map().contains(dog)) {
                    canonical.add(dog);
                }
                together.await(60, TimeUnit.SECONDS);
                em.close();
                return null;
            });
            assertThat(canonical).hasSize(1);
            assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isIn(canonical);
        }
    }

    @Test
    @DisplayName("R17, D7: no instance is leased to two contexts: a counter that all threads raise loses nothing")
    void nothingLost() throws Exception {
        AtomicInteger committed = new AtomicInteger();
        inThreads(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                try {
                    transact(em -> {
                        Dog dog = em.find(Dog.class, 1L);
                        assertThat(em.contains(dog)).isTrue();
                        dog.setName(Integer.toString(counted(dog) + 1));
                        load(dog.getToys());
                        dog.getFavoriteToy().getName();
                    });
                    committed.incrementAndGet();
                } catch (RollbackException e) {
                    // another thread was faster, as without the map
                }
            }
            return null;
        });

        assertThat(committed.get()).isPositive();
        Object name = read(
                em -> em.createNativeQuery("select name from Dog where id = 1").getSingleResult());
        assertThat(name).isEqualTo(Integer.toString(committed.get()));
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L)).getName()).isEqualTo(name);
    }

    private static int counted(Dog dog) {
        return dog.getName().equals("Rex") ? 0 : Integer.parseInt(dog.getName());
    }

    @Test
    @DisplayName("R17, D7: a free instance whose associations several threads touch shows each of them")
    void lazyLoading() throws Exception {
        CyclicBarrier together = new CyclicBarrier(THREADS);
        for (int round = 0; round < ROUNDS; round++) {
            activation.map().clear();
            Dog dog = read(em -> em.find(Dog.class, 1L));
            inThreads(() -> {
                together.await(60, TimeUnit.SECONDS);
                assertThat(dog.getToys()).hasSize(3);
                assertThat(dog.getOwner().getName()).isEqualTo("Ann");
                Maker maker = dog.getToys().get(0).getMaker();
                assertThat(maker.getName()).isNotNull();
                return null;
            });
            assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog);
            assertThat(dog.getToys()).hasSize(3);
        }
    }

    @Test
    @DisplayName("D1, R18: what a task does after its map has ended is done as without the library")
    void taskOutlivesMap() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ThreadSnapshot snapshot = maps.runtime().captured();
        IdentityMap map = activation.map();
        Future<Dog> result = executor.submit(() -> {
            Runnable restore = snapshot.begin();
            try {
                EntityManager em = factory.createEntityManager();
                em.getTransaction().begin();
                Dog dog = em.find(Dog.class, 1L);
                together.await(60, TimeUnit.SECONDS);
                together.await(60, TimeUnit.SECONDS);
                dog.setName("Max");
                assertThat(em.find(Dog.class, 2L).getToys()).hasSize(3);
                em.getTransaction().commit();
                em.close();
                return dog;
            } finally {
                restore.run();
            }
        });
        together.await(60, TimeUnit.SECONDS);
        activation.close();
        together.await(60, TimeUnit.SECONDS);
        Dog dog = result.get(60, TimeUnit.SECONDS);

        assertThat(map.size()).isZero();
        activation = maps.open();
        Dog fresh = read(em -> em.find(Dog.class, 1L));
        assertThat(fresh).isNotSameAs(dog);
        assertThat(fresh.getName()).isEqualTo("Max");
    }

    private void inThreads(Callable<?> work) throws Exception {
        ThreadSnapshot snapshot = maps.runtime().captured();
        List<Future<?>> results = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            results.add(executor.submit(() -> {
                Runnable restore = snapshot.begin();
                try {
                    return work.call();
                } finally {
                    restore.run();
                }
            }));
        }
        for (Future<?> result : results) {
            result.get(60, TimeUnit.SECONDS);
        }
    }
}
