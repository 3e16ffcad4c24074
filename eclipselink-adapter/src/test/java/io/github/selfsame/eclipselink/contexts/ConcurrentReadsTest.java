package io.github.selfsame.eclipselink.contexts;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.ws.jpa.management.JPAEMPool;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.spi.IdentityMapRuntime;
import io.github.selfsame.spi.IdentityMapRuntimes;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConcurrentReadsTest extends KennelTest {

    private static final int THREADS = 4;
    private static final int READS = 1_000;

    @Test
    @DisplayName("R1, R3, R17: contexts that read one row on several threads at once never replace its instance")
    void oneInstanceRemains() throws Exception {
        readOnAllThreads(true, () -> {
            try (EntityManager manager = factory.createEntityManager()) {
                manager.find(Dog.class, 1L);
            }
        });
    }

    @Test
    @DisplayName("R1, R9, R17: nor do contexts that are cleared for a pool, where entities are woven")
    void oneInstanceRemainsWithAPool() throws Exception {
        JPAEMPool pool = new JPAEMPool(factory);
        // without weaving nothing tells whether an instance was changed; there is one at a time all the same
        readOnAllThreads(WOVEN, () -> {
            EntityManager manager = pool.getEntityManager();
            manager.find(Dog.class, 1L);
            pool.putEntityManager(manager);
        });
        pool.shutdown();
    }

    private void readOnAllThreads(boolean keepsIdentity, Runnable reading) throws Exception {
        Dog canonical = read(em -> em.find(Dog.class, 1L));
        maps.propagate(true);
        IdentityMapRuntime.ThreadSnapshot map = IdentityMapRuntimes.captured();
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        CountDownLatch start = new CountDownLatch(THREADS);
        List<Future<?>> readers = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            readers.add(executor.submit(() -> {
                Runnable end = map.begin();
                start.countDown();
                start.await();
                for (int count = 0; count < READS; count++) {
                    reading.run();
                    assertThat(!keepsIdentity || activation.map().contains(canonical))
                            .isTrue();
                }
                end.run();
                return null;
            }));
        }
        for (Future<?> reader : readers) {
            reader.get();
        }
        executor.shutdown();
        assertThat(activation.map().statistics().contended()).isPositive();
        Dog after = read(em -> em.find(Dog.class, 1L));
        assertThat(read(em -> em.find(Dog.class, 1L)) == after).isTrue();
        assertThat(after == canonical).isEqualTo(keepsIdentity);
    }
}
