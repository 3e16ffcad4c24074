package io.github.selfsame.benchmarks.identity;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.benchmarks.IdentityMapContainer;
import io.github.selfsame.benchmarks.Peer;
import io.github.selfsame.benchmarks.identity.model.Book;
import jakarta.persistence.EntityManager;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What an application pays where it uses no identity map. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class InactiveBenchmark {

    /** How near the identity map is. */
    public enum Presence implements Peer {
        /** Not in the application. */
        ABSENT,
        /** In the persistence unit, but no CDI container runs with it. */
        INSTALLED,
        /** There, but no map is current. */
        INACTIVE,
        /** There, but bypassed. */
        BYPASSED;

        @Override
        public boolean isWoven() {
            return true;
        }
    }

    /** How near the identity map is. */
    @Param
    Presence peer;

    private Library library;
    private @Nullable IdentityMapContainer container;
    private @Nullable IdentityMapActivation map;
    private @Nullable IdentityMapActivation bypass;

    /** Brings the identity map as near as wanted. */
    @Setup
    public void open() {
        library = new Library(peer != Presence.ABSENT);
        if (peer == Presence.INACTIVE || peer == Presence.BYPASSED) {
            container = new IdentityMapContainer();
        }
        if (peer == Presence.BYPASSED && container != null) {
            map = container.maps().open();
            bypass = container.maps().bypass();
        }
    }

    /** Takes it away. */
    @TearDown
    public void close() {
        if (bypass != null) {
            bypass.close();
        }
        if (map != null) {
            map.close();
        }
        if (container != null) {
            container.close();
        }
        library.close();
    }

    /** A persistence context that reads one book. */
    @Benchmark
    public void findOne(Blackhole blackhole) {
        try (EntityManager manager = library.open()) {
            blackhole.consume(manager.find(Book.class, 1L));
        }
    }

    /** A persistence context that reads all books by a query and follows one of their associations; per book. */
    @Benchmark
    @OperationsPerInvocation(Library.BOOKS)
    public void queryAll(Blackhole blackhole) {
        try (EntityManager manager = library.open()) {
            for (Book book : Library.readAll(manager)) {
                blackhole.consume(book.getHome().getId());
            }
        }
    }
}
