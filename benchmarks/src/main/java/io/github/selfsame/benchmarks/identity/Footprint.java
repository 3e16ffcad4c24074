package io.github.selfsame.benchmarks.identity;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.benchmarks.IdentityMapContainer;
import io.github.selfsame.benchmarks.identity.model.Book;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openjdk.jol.info.GraphLayout;

/**
 * How many bytes a book takes: in a persistence context, detached from one, and in an identity map after its persistence
 * context has ended. What is there only once does not count: the numbers are the difference that the second half of the
 * books makes.
 */
public final class Footprint {

    private Footprint() {}

    /**
     * Prints a table.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        List<PerBook> columns = new ArrayList<>();
        try (Library library = new Library(false)) {
            columns.add(new PerBook("managed by plain EclipseLink", half -> {
                EntityManager manager = library.open();
                return List.of(manager, read(manager, half));
            }));
            columns.add(new PerBook("detached from plain EclipseLink", half -> {
                try (EntityManager manager = library.open()) {
                    return read(manager, half);
                }
            }));
        }
        try (Library library = new Library(true);
                IdentityMapContainer container = new IdentityMapContainer()) {
            columns.add(new PerBook("free in an identity map", half -> {
                IdentityMap map = container.maps().create();
                try (IdentityMapActivation activation = container.maps().resume(map);
                        EntityManager manager = library.open()) {
                    read(manager, half);
                }
                return map;
            }));
        }
        print(columns);
    }

    private static List<Book> read(EntityManager manager, boolean half) {
        return manager.createQuery("select b from Book b where b.id < :limit", Book.class)
                .setParameter("limit", (long) (half ? Library.BOOKS / 2 : Library.BOOKS))
                .getResultList();
    }

    private static void print(List<PerBook> columns) {
        Set<Class<?>> types = new HashSet<>();
        columns.forEach(column -> types.addAll(column.types()));
        PerBook last = columns.get(columns.size() - 1);
        System.out.printf("%n## footprint: bytes for each book%n%n| |");
        columns.forEach(column -> System.out.printf(" %s |", column.name));
        System.out.printf("%n|---|%s%n", "---|".repeat(columns.size()));
        types.stream()
                .sorted(Comparator.comparingDouble(last::of).reversed().thenComparing(Class::getName))
                .forEach(type -> row(type.getTypeName(), columns, column -> column.of(type)));
        row("**all**", columns, PerBook::total);
    }

    private static void row(String name, List<PerBook> columns, java.util.function.ToDoubleFunction<PerBook> value) {
        System.out.printf("| %s |", name);
        columns.forEach(column -> System.out.printf(Locale.ROOT, " %.1f |", value.applyAsDouble(column)));
        System.out.println();
    }

    /** What holds the books, once with half of them and once with all. */
    private interface Holder {

        Object hold(boolean half);
    }

    /** The bytes by type. */
    private static final class PerBook {

        private final String name;
        private final GraphLayout half;
        private final GraphLayout all;

        PerBook(String name, Holder holder) {
            this.name = name;
            // caches of statements and the like are filled first
            layout(holder, false);
            this.half = layout(holder, true);
            this.all = layout(holder, false);
        }

        /** What is held is let go then: a map would be found again by the weak references to it. */
        private static GraphLayout layout(Holder holder, boolean half) {
            Object held = holder.hold(half);
            GraphLayout layout = GraphLayout.parseInstance(held);
            if (held instanceof IdentityMap map) {
                map.close();
            }
            return layout;
        }

        Set<Class<?>> types() {
            Set<Class<?>> types = new HashSet<>(all.getClasses());
            types.removeIf(type -> Math.abs(of(type)) < 1);
            return types;
        }

        double of(Class<?> type) {
            return perBook(
                    all.getClassSizes().count(type) - half.getClassSizes().count(type));
        }

        double total() {
            return perBook(all.totalSize() - half.totalSize());
        }

        private static double perBook(long bytes) {
            return bytes / (Library.BOOKS / 2.0);
        }
    }
}
