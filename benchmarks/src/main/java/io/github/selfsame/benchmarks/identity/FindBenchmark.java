package io.github.selfsame.benchmarks.identity;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.benchmarks.IdentityMapContainer;
import io.github.selfsame.benchmarks.Peer;
import io.github.selfsame.benchmarks.identity.model.Book;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
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

/** Finding a book that is there already, by its key. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FindBenchmark {

    /** Where the book is looked for. */
    public enum Place implements Peer {
        /** The persistence context of plain EclipseLink, which manages it. */
        ECLIPSELINK_CONTEXT,
        /** The same with an identity map around it. */
        SELFSAME_CONTEXT,
        /** The identity map itself. */
        SELFSAME_MAP,
        /** A hash map: what it costs at least. */
        HASH_MAP;

        @Override
        public boolean isWoven() {
            return true;
        }
    }

    /** Where the book is looked for. */
    @Param
    Place peer;

    private final Map<Long, Book> books = new HashMap<>();
    private Library library;
    private EntityManager manager;
    private @Nullable IdentityMapContainer container;
    private @Nullable IdentityMapActivation activation;

    /** Lets everybody have all books. */
    @Setup
    public void open() {
        boolean isMapped = peer == Place.SELFSAME_CONTEXT || peer == Place.SELFSAME_MAP;
        library = new Library(isMapped);
        if (isMapped) {
            container = new IdentityMapContainer();
            activation = container.maps().open();
        }
        manager = library.open();
        Library.readAll(manager).forEach(book -> books.put(book.getId(), book));
    }

    /** Ends the persistence context and the identity map. */
    @TearDown
    public void close() {
        manager.close();
        if (activation != null) {
            activation.close();
        }
        if (container != null) {
            container.close();
        }
        library.close();
    }

    /** Finds each book once. */
    @Benchmark
    @OperationsPerInvocation(Library.BOOKS)
    public void find(Blackhole blackhole) {
        if (peer == Place.HASH_MAP) {
            for (long id = 0; id < Library.BOOKS; id++) {
                blackhole.consume(books.get(id));
            }
        } else if (peer == Place.SELFSAME_MAP && activation != null) {
            IdentityMap map = activation.map();
            for (long id = 0; id < Library.BOOKS; id++) {
                blackhole.consume(map.find(Book.class, id));
            }
        } else {
            for (long id = 0; id < Library.BOOKS; id++) {
                blackhole.consume(manager.find(Book.class, id));
            }
        }
    }
}
