package io.github.selfsame.eclipselink.concurrency;

import io.github.selfsame.internal.activation.IdentityMapManager;
import io.github.selfsame.spi.IdentityMapRuntime.ThreadSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs something on several threads at once that all have the identity map of the thread that asks for it. */
final class Together {

    interface Task<T> {
        T run(int thread) throws Exception;
    }

    private Together() {}

    static <T> List<T> run(IdentityMapManager maps, int threads, Task<T> task) throws Exception {
        maps.propagate(true);
        ThreadSnapshot map = maps.runtime().captured();
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Callable<T>> calls = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int number = thread;
            calls.add(() -> {
                Runnable end = map.begin();
                try {
                    start.await();
                    return task.run(number);
                } finally {
                    end.run();
                }
            });
        }
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(calls, 60, TimeUnit.SECONDS)) {
                // what has not ended by now is in a deadlock: it was cancelled
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
