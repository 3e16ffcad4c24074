package io.github.selfsame.benchmarks.identity;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.benchmarks.IdentityMapContainer;
import io.github.selfsame.benchmarks.Peer;
import io.github.selfsame.benchmarks.identity.model.Book;
import io.github.selfsame.benchmarks.identity.model.Loan;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
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

/**
 * A persistence context gets a thousand books, whose rows are at hand, and ends: plain EclipseLink builds them, with the
 * identity map it adopts those that are there. Per book.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class AdoptionBenchmark {

    /** Who does the work. */
    public enum Books implements Peer {
        /** Plain EclipseLink builds instances. */
        ECLIPSELINK_BUILD,
        /** The identity map has the instances; a query has brought the rows. */
        SELFSAME_ADOPT_ROW,
        /** The identity map has the instances, which are asked for by {@code find}. */
        SELFSAME_ADOPT_FIND,
        /** The same after their associations have been loaded. */
        SELFSAME_ADOPT_LOADED;

        @Override
        public boolean isWoven() {
            return true;
        }
    }

    /** Who does the work. */
    @Param
    Books peer;

    private Library library;
    private List<AbstractRecord> rows;
    private @Nullable IdentityMapContainer container;
    private @Nullable IdentityMapActivation activation;

    /** Reads the rows, and lets the identity map have the books. */
    @Setup
    public void open() {
        library = new Library(peer != Books.ECLIPSELINK_BUILD);
        rows = library.rows();
        if (peer != Books.ECLIPSELINK_BUILD) {
            container = new IdentityMapContainer();
            activation = container.maps().open();
            try (EntityManager manager = library.open()) {
                for (Book book : Library.readAll(manager)) {
                    if (peer == Books.SELFSAME_ADOPT_LOADED) {
                        book.getHome().getId();
                        book.getPlace().getId();
                        book.getLoans().forEach(Loan::getId);
                    }
                }
            }
        }
    }

    /** Ends the identity map. */
    @TearDown
    public void close() {
        if (activation != null) {
            activation.close();
        }
        if (container != null) {
            container.close();
        }
        library.close();
    }

    /** A persistence context with all books. */
    @Benchmark
    @OperationsPerInvocation(Library.BOOKS)
    public void adoption(Blackhole blackhole) {
        if (peer == Books.ECLIPSELINK_BUILD || peer == Books.SELFSAME_ADOPT_ROW) {
            library.build(rows, blackhole::consume);
            return;
        }
        try (EntityManager manager = library.open()) {
            for (long id = 0; id < Library.BOOKS; id++) {
                blackhole.consume(manager.find(Book.class, id));
            }
        }
    }
}
