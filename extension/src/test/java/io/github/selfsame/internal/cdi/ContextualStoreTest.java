package io.github.selfsame.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ContextualStoreTest {

    private static final int THREADS = 4;

    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    private final ContextualStore store = new ContextualStore();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @RepeatedTest(20)
    @DisplayName("S2, R17, D7: several threads with one map get one instance")
    void createsOneInstance() throws Exception {
        Counting contextual = new Counting();
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Callable<Object>> calls = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            calls.add(() -> {
                start.await();
                return store.getOrCreate(contextual, new NoCreationalContext());
            });
        }
        List<Object> results = new ArrayList<>();
        for (Future<Object> future : executor.invokeAll(calls)) {
            results.add(future.get());
        }

        assertThat(results).hasSize(THREADS).containsOnly(results.get(0));
        assertThat(contextual.created).hasValue(1);

        store.destroyAll();
        assertThat(contextual.destroyed).hasValue(1);
        assertThat(store.get(contextual)).isNull();
    }

    private static final class Counting implements Contextual<Object> {

        final AtomicInteger created = new AtomicInteger();
        final AtomicInteger destroyed = new AtomicInteger();

        @Override
        public Object create(CreationalContext<Object> creationalContext) {
            created.incrementAndGet();
            return new Object();
        }

        @Override
        public void destroy(Object instance, CreationalContext<Object> creationalContext) {
            destroyed.incrementAndGet();
        }
    }

    private static final class NoCreationalContext implements CreationalContext<Object> {

        @Override
        public void push(Object incompleteInstance) {}

        @Override
        public void release() {}
    }
}
