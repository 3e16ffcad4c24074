package io.github.selfsame.internal.map;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.EvictionCause;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.spi.Canonical;
import io.github.selfsame.spi.Lease;
import io.github.selfsame.spi.Partition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScopedIdentityMapConcurrencyTest {

    private static final int THREADS = 4;
    private static final long ROWS = 20_000;

    private final ScopedIdentityMap map = new ScopedIdentityMap(MapLifecycle.unmanaged(), IdentityMapOptions.DEFAULTS);
    private final Partition partition = requireNonNull(map.partition(new Kennel.Unit("kennel")));
    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void bookkeepingIsConsistent() throws InterruptedException {
        executor.shutdown();
        assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(MapInvariants.violations(map)).isEmpty();
    }

    @RepeatedTest(50)
    @DisplayName("R17, D8: when several contexts publish one row at once, one of them wins")
    void publishesOneInstance() throws Exception {
        List<@Nullable Canonical> results =
                together(thread -> partition.publish(Row.class, 1L, new Row(), partition.newLease("a context")));

        assertThat(results.stream().filter(Objects::nonNull)).hasSize(1);
        assertThat(map.size()).isOne();
    }

    @RepeatedTest(5)
    @DisplayName("R17: nobody sees an instance free that the context has not built yet which publishes it")
    void isNeverFreeBeforeItIsBuilt() throws Exception {
        Lease lease = partition.newLease("a context");
        together(thread -> {
            for (long key = 0; key < ROWS; key++) {
                if (thread == 0) {
                    partition.publish(Row.class, key, new Row(), lease);
                } else {
                    Canonical seen = partition.get(Row.class, key);
                    while (seen == null) {
                        Thread.onSpinWait();
                        seen = partition.get(Row.class, key);
                    }
                    assertThat(seen.lease()).isSameAs(lease);
                }
            }
            return true;
        });
    }

    @RepeatedTest(50)
    @DisplayName("R17: when several contexts adopt one instance at once, one of them gets it")
    void adoptsOnce() throws Exception {
        Lease first = partition.newLease("a context");
        Canonical entry = requireNonNull(partition.publish(Row.class, 1L, new Row(), first));
        first.releaseAll();

        List<Boolean> results = together(thread -> entry.tryLease(partition.newLease("a context")));

        assertThat(results).containsOnlyOnce(true);
        assertThat(map.statistics().adoptions()).isOne();
    }

    @RepeatedTest(50)
    @DisplayName("R2, R17: when several threads ask for a new unit's partition at once, they get the same")
    void createsOnePartition() throws Exception {
        List<Partition> results = together(thread -> requireNonNull(map.partition(new Kennel.Unit("new"))));

        assertThat(results).containsOnly(results.get(0));
    }

    @RepeatedTest(20)
    @DisplayName("S1, R17: nothing enters a map that ends at the same time")
    void endsForAll() throws Exception {
        together(thread -> {
            if (thread == 0) {
                map.close();
            } else {
                Lease lease = partition.newLease("a context");
                for (long key = 0; key < 200; key++) {
                    partition.publish(Row.class, key, new Row(), lease);
                }
                lease.releaseAll();
            }
            return thread;
        });

        assertThat(map.size()).isZero();
        assertThat(partition.get(Row.class, 1L)).isNull();
    }

    @Test
    @DisplayName("R17: no lease is ever given to two contexts, and one row never has two instances")
    void agreesWithTheOracle() throws Exception {
        long seed = new Random().nextLong();
        AtomicInteger adoptions = new AtomicInteger();
        try {
            together(thread -> {
                Worker worker = new Worker(new Random(seed + thread), adoptions);
                for (int step = 0; step < 50_000; step++) {
                    worker.step();
                }
                worker.leases.forEach(worker::releaseAll);
                return thread;
            });
        } catch (Exception e) {
            throw new AssertionError("failed with seed " + seed, e);
        }
        assertThat(map.statistics().adoptions()).as("seed %d", seed).isEqualTo(adoptions.get());
        partition.markAllStale();
        map.clear();
        assertThat(map.size()).isZero();
    }

    private <T extends @Nullable Object> List<T> together(Task<T> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Callable<T>> calls = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int number = thread;
            calls.add(() -> {
                start.await();
                return task.run(number);
            });
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : executor.invokeAll(calls)) {
            results.add(future.get());
        }
        return results;
    }

    private interface Task<T extends @Nullable Object> {
        T run(int thread) throws Exception;
    }

    /** An instance that knows which lease it is under: the oracle, set after and reset before the map knows. */
    private static final class Row {
        final AtomicReference<@Nullable Lease> manager = new AtomicReference<>();
    }

    /** One thread's random walk over few rows, with two persistence contexts at a time. */
    private final class Worker {

        final List<Lease> leases = List.of(partition.newLease("a context"), partition.newLease("a context"));

        private final Map<Lease, List<Canonical>> held = new HashMap<>();
        private final Random random;
        private final AtomicInteger adoptions;

        Worker(Random random, AtomicInteger adoptions) {
            this.random = random;
            this.adoptions = adoptions;
            leases.forEach(lease -> held.put(lease, new ArrayList<>()));
        }

        void step() {
            Lease lease = leases.get(random.nextInt(leases.size()));
            long key = random.nextInt(20);
            int choice = random.nextInt(100);
            if (choice < 80) {
                read(key, lease);
            } else if (choice < 90) {
                releaseOne(lease);
            } else if (choice < 95) {
                releaseAll(lease);
            } else if (choice < 98) {
                Canonical entry = partition.get(Row.class, key);
                if (entry != null) {
                    entry.evict(EvictionCause.DETACHED);
                }
            } else {
                partition.markStale(Row.class);
            }
        }

        private void read(long key, Lease lease) {
            Canonical entry = partition.get(Row.class, key);
            Row row = entry == null ? null : (Row) entry.instance();
            if (entry == null || row == null) {
                Row built = new Row();
                built.manager.set(lease);
                Canonical published = partition.publish(Row.class, key, built, lease);
                if (published != null) {
                    held(lease).add(published);
                }
            } else if (entry.tryLease(lease)) {
                Lease other = row.manager.compareAndExchange(null, lease);
                if (other != null) {
                    throw new AssertionError("row " + key + " is under two leases");
                }
                adoptions.incrementAndGet();
                held(lease).add(entry);
            }
        }

        private void releaseOne(Lease lease) {
            List<Canonical> entries = held(lease);
            if (!entries.isEmpty()) {
                Canonical entry = entries.remove(random.nextInt(entries.size()));
                letGo(entry, lease);
                lease.release(entry);
            }
        }

        private void releaseAll(Lease lease) {
            held(lease).forEach(entry -> letGo(entry, lease));
            held(lease).clear();
            lease.releaseAll();
        }

        private void letGo(Canonical entry, Lease lease) {
            Row row = (Row) entry.instance();
            if (row != null && !row.manager.compareAndSet(lease, null)) {
                throw new AssertionError("a row was taken from the lease that manages it");
            }
        }

        private List<Canonical> held(Lease lease) {
            return requireNonNull(held.get(lease));
        }
    }
}
