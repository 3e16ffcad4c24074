package io.github.selfsame.benchmarks.identity;

import com.sun.management.ThreadMXBean;
import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.benchmarks.IdentityMapContainer;
import io.github.selfsame.benchmarks.identity.model.Book;
import io.github.selfsame.benchmarks.identity.model.Loan;
import jakarta.persistence.EntityManager;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the identity map costs, beside plain EclipseLink in the same JVM: the contenders of a group take turns, some
 * milliseconds each, and what counts is the processor time of their thread. So whatever else a machine does meets all of
 * them alike, and so do the compiler's decisions.
 */
public final class Turns {

    private static final long NANOSECONDS_PER_GROUP = 60_000_000_000L;
    private static final int LEAST_ROUNDS = 200;
    private static final int REPEATED = 100;

    /** Of all turns, those that count as undisturbed. */
    private static final double UNDISTURBED = 0.05;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Keeps what is found, so that nobody can leave out the finding. */
    private volatile @Nullable Object kept = this;

    private Turns() {}

    /**
     * Prints a table.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        try (Library plain = new Library(false);
                Library mapped = new Library(true)) {
            System.out.printf(
                    "%n## turns: processor time and bytes of one operation%n%n| | ratio | ratio of medians | ns | bytes |%n|---|---|---|---|---|%n");
            Turns turns = new Turns();
            try (IdentityMapContainer container = new IdentityMapContainer()) {
                turns.adoption(plain, mapped, container);
                turns.find(plain, mapped, container);
                turns.readAll(plain, mapped, container);
                turns.findOne(plain, mapped, container);
            }
            try (IdentityMapContainer container = IdentityMapContainer.inRequest()) {
                turns.inRequest(mapped, container);
            }
        }
    }

    private void adoption(Library plain, Library mapped, IdentityMapContainer container) {
        List<AbstractRecord> plainRows = plain.rows();
        List<AbstractRecord> rows = mapped.rows();
        IdentityMap unloaded = mapWithBooks(mapped, container, book -> {});
        IdentityMap loaded = mapWithBooks(mapped, container, book -> {
            book.getHome().getId();
            book.getPlace().getId();
            book.getLoans().forEach(Loan::getId);
        });
        measure(
                new Contender("EclipseLink builds from a row", Library.BOOKS, () -> plain.build(plainRows, this::keep)),
                new Contender(
                        "adopt, with the row",
                        Library.BOOKS,
                        () -> in(unloaded, container, () -> mapped.build(rows, this::keep))),
                new Contender("adopt by find", Library.BOOKS, () -> in(unloaded, container, () -> findAll(mapped))),
                new Contender(
                        "adopt by find, associations loaded",
                        Library.BOOKS,
                        () -> in(loaded, container, () -> findAll(mapped))));
    }

    private void find(Library plain, Library mapped, IdentityMapContainer container) {
        IdentityMap map = container.maps().create();
        try (EntityManager managing = plain.open();
                IdentityMapActivation activation = container.maps().resume(map);
                EntityManager mapping = mapped.open()) {
            Library.readAll(managing);
            Library.readAll(mapping);
            measure(
                    new Contender("EclipseLink finds in its context", Library.BOOKS, () -> findAll(managing)),
                    new Contender("find in the context", Library.BOOKS, () -> findAll(mapping)),
                    new Contender("IdentityMap.find", Library.BOOKS, () -> {
                        for (long id = 0; id < Library.BOOKS; id++) {
                            keep(map.find(Book.class, id));
                        }
                    }));
        }
    }

    private void readAll(Library plain, Library mapped, IdentityMapContainer container) {
        IdentityMap map = mapWithBooks(mapped, container, book -> {});
        measure(
                new Contender("EclipseLink reads by a query", Library.BOOKS, () -> follow(plain)),
                new Contender("a query without a map", Library.BOOKS, () -> follow(mapped)),
                new Contender(
                        "a query under bypass",
                        Library.BOOKS,
                        () -> in(map, container, () -> bypass(container, () -> follow(mapped)))));
    }

    private void findOne(Library plain, Library mapped, IdentityMapContainer container) {
        IdentityMap map = mapWithBooks(mapped, container, book -> {});
        measure(
                new Contender("EclipseLink finds one in a new context", REPEATED, () -> findOne(plain)),
                new Contender("the same without a map", REPEATED, () -> findOne(mapped)),
                new Contender(
                        "the same under bypass",
                        REPEATED,
                        () -> in(map, container, () -> bypass(container, () -> findOne(mapped)))));
    }

    private void inRequest(Library mapped, IdentityMapContainer container) {
        IdentityMap opened = mapWithBooks(mapped, container, book -> {});
        follow(mapped);
        measure(
                new Contender(
                        "a query in an opened map", Library.BOOKS, () -> in(opened, container, () -> follow(mapped))),
                new Contender("the same in the map of the request", Library.BOOKS, () -> follow(mapped)));
        measure(
                new Contender(
                        "find in an opened map", Library.BOOKS, () -> in(opened, container, () -> findAll(mapped))),
                new Contender("the same in the map of the request", Library.BOOKS, () -> findAll(mapped)));
    }

    private static IdentityMap mapWithBooks(Library library, IdentityMapContainer container, Consumer<Book> touch) {
        IdentityMap map = container.maps().create();
        in(map, container, () -> {
            try (EntityManager manager = library.open()) {
                Library.readAll(manager).forEach(touch);
            }
        });
        return map;
    }

    private static void in(IdentityMap map, IdentityMapContainer container, Runnable work) {
        try (IdentityMapActivation activation = container.maps().resume(map)) {
            work.run();
        }
    }

    private static void bypass(IdentityMapContainer container, Runnable work) {
        try (IdentityMapActivation activation = container.maps().bypass()) {
            work.run();
        }
    }

    private void findAll(Library library) {
        try (EntityManager manager = library.open()) {
            findAll(manager);
        }
    }

    private void findAll(EntityManager manager) {
        for (long id = 0; id < Library.BOOKS; id++) {
            keep(manager.find(Book.class, id));
        }
    }

    private void follow(Library library) {
        try (EntityManager manager = library.open()) {
            Library.readAll(manager).forEach(book -> keep(book.getHome().getId()));
        }
    }

    private void findOne(Library library) {
        for (int time = 0; time < REPEATED; time++) {
            try (EntityManager manager = library.open()) {
                keep(manager.find(Book.class, 1L));
            }
        }
    }

    private void keep(@Nullable Object found) {
        kept = found;
    }

    private void measure(Contender... contenders) {
        long begin = System.nanoTime();
        int rounds = 0;
        for (; rounds < LEAST_ROUNDS || System.nanoTime() - begin < NANOSECONDS_PER_GROUP; rounds++) {
            for (Contender contender : contenders) {
                contender.turn(threads);
            }
        }
        for (Contender contender : contenders) {
            System.out.println(contender.row(contenders[0]));
        }
        if (kept == this) {
            throw new IllegalStateException("Nothing was found");
        }
    }

    /** One of those that take turns. */
    private static final class Contender {

        private final String name;
        private final int operations;
        private final Runnable work;
        private final List<Long> times = new ArrayList<>();
        private long bytes;

        Contender(String name, int operations, Runnable work) {
            this.name = name;
            this.operations = operations;
            this.work = work;
        }

        void turn(ThreadMXBean threads) {
            long bytesBefore = threads.getCurrentThreadAllocatedBytes();
            long timeBefore = threads.getCurrentThreadCpuTime();
            work.run();
            times.add(threads.getCurrentThreadCpuTime() - timeBefore);
            bytes = threads.getCurrentThreadAllocatedBytes() - bytesBefore;
        }

        /** The time below which that part of the turns is, once the compiler has done its work. */
        private double time(double part) {
            long[] sorted = times.subList(times.size() / 2, times.size()).stream()
                    .mapToLong(Long::longValue)
                    .sorted()
                    .toArray();
            return (double) sorted[(int) (sorted.length * part)] / operations;
        }

        String row(Contender first) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.0f | %d |",
                    name,
                    time(UNDISTURBED) / first.time(UNDISTURBED),
                    time(0.5) / first.time(0.5),
                    time(UNDISTURBED),
                    bytes / operations);
        }
    }
}
