package io.github.selfsame.eclipselink.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.model.CountryCode;
import io.github.selfsame.eclipselink.model.Invoice;
import io.github.selfsame.eclipselink.model.InvoiceLine;
import io.github.selfsame.eclipselink.model.Kind;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.Passport;
import io.github.selfsame.eclipselink.model.Person;
import io.github.selfsame.eclipselink.model.Property;
import io.github.selfsame.eclipselink.model.RoomId;
import io.github.selfsame.eclipselink.model.SeatId;
import io.github.selfsame.eclipselink.model.Ticket;
import io.github.selfsame.eclipselink.testing.ContractTest;
import io.github.selfsame.prefetch.Prefetch;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Random trees of paths on random graphs of all kinds of mappings, against plain lazy loading. System properties choose them:
 * {@code selfsame.random-prefetch.seed} is the first seed, {@code selfsame.random-prefetch.trees} how many there are.
 */
class RandomPrefetchTest extends ContractTest {

    private static final long SEED = Long.getLong("selfsame.random-prefetch.seed", 1);
    private static final int TREES = Integer.getInteger("selfsame.random-prefetch.trees", 150);
    private static final int ROWS = 9;
    private static final Set<String> ELEMENTS = Set.of("tags", "traits");

    RandomPrefetchTest() {
        super("model");
    }

    @Override
    protected void fill() {
        transactWithout(em -> new Graph(new Random(SEED)).make(em));
    }

    private void transactWithout(java.util.function.Consumer<EntityManager> work) {
        EntityManager manager = factory.createEntityManager();
        manager.getTransaction().begin();
        work.accept(manager);
        manager.getTransaction().commit();
        manager.close();
    }

    /** What one tree is prefetched for, and how. */
    private record Case(
            Kind<?> root, List<List<String>> paths, boolean inTransaction, boolean afterwards, int touched) {

        static Case of(Random random) {
            List<Kind<?>> kinds = Model.kinds();
            Kind<?> root;
            List<List<String>> paths = new ArrayList<>();
            do {
                root = kinds.get(random.nextInt(kinds.size()));
                for (int count = 1 + random.nextInt(4); count > 0; count--) {
                    List<String> path = path(root, random);
                    if (!path.isEmpty()) {
                        paths.add(path);
                    }
                }
            } while (paths.isEmpty());
            return new Case(root, paths, random.nextBoolean(), random.nextInt(4) == 0, random.nextInt(4));
        }

        private static List<String> path(Kind<?> root, Random random) {
            List<String> path = new ArrayList<>();
            Kind<?> kind = root;
            for (int depth = 1 + random.nextInt(4); depth > 0; depth--) {
                List<? extends Property<?>> loadable = loadable(kind);
                if (loadable.isEmpty()) {
                    break;
                }
                Property<?> property = loadable.get(random.nextInt(loadable.size()));
                path.add(property.name());
                if (!property.isAssociation()) {
                    break;
                }
                List<Kind<?>> targets = Model.kindsOf(property.target());
                kind = targets.get(random.nextInt(targets.size()));
            }
            return path;
        }

        String[] names() {
            return paths.stream().map(path -> String.join(".", path)).toArray(String[]::new);
        }

        @Override
        public String toString() {
            return root.name() + " " + List.of(names()) + (inTransaction ? " in a transaction" : "")
                    + (afterwards ? " afterwards" : "") + ", " + touched + " touched";
        }
    }

    private static List<? extends Property<?>> loadable(Kind<?> kind) {
        return kind.properties().stream()
                .filter(property -> property.isAssociation() || ELEMENTS.contains(property.name()))
                .toList();
    }

    private static List<Object> roots(EntityManager em, Case tree) {
        List<Object> roots =
                new ArrayList<>(em.createQuery("select e from " + tree.root().name() + " e", Object.class)
                        .getResultList());
        roots.sort((one, other) -> Model.describe(one).compareTo(Model.describe(other)));
        return roots;
    }

    private static List<String> walk(List<Object> roots, List<List<String>> paths) {
        List<String> seen = new ArrayList<>();
        for (List<String> path : paths) {
            for (Object root : roots) {
                walk(root, path, seen);
            }
        }
        return seen;
    }

    private static void walk(Object entity, List<String> path, List<String> seen) {
        if (path.isEmpty()) {
            return;
        }
        for (Property<Object> property : Model.kindOf(entity.getClass()).properties()) {
            if (property.name().equals(path.get(0))) {
                Object value = property.read().apply(entity);
                seen.add(Model.describe(entity) + "." + path.get(0) + "=" + Model.describe(value));
                Collection<?> targets = value instanceof Map<?, ?> map
                        ? map.values()
                        : value instanceof Collection<?> collection
                                ? collection
                                : value == null ? List.of() : List.of(value);
                targets.stream()
                        .filter(Model::isEntity)
                        .sorted((one, other) -> Model.describe(one).compareTo(Model.describe(other)))
                        .forEach(target -> walk(target, path.subList(1, path.size()), seen));
            }
        }
    }

    /** Some roots have some of it loaded before. */
    private static void touch(List<Object> roots, Case tree) {
        for (int index = 0; index < Math.min(tree.touched(), roots.size()); index++) {
            List<String> path = tree.paths().get(index % tree.paths().size());
            walk(List.of(roots.get(index)), List.of(path.subList(0, 1 + index % path.size())));
        }
    }

    @Test
    @DisplayName(
            "P4, P7, P8, P9, C24: random trees give what lazy loading gives, in no more statements, and write nothing")
    void randomTrees() {
        List<String> failures = new ArrayList<>();
        for (long seed = SEED; seed < SEED + TREES && failures.isEmpty(); seed++) {
            Case tree = Case.of(new Random(seed * 0x5DEECE66DL + 0xBL));
            List<String> problems = check(tree);
            if (!problems.isEmpty()) {
                failures.add(
                        "seed " + seed + ", woven " + WOVEN + ", shared cache " + SHARED_CACHE + ": " + shrunk(tree));
                failures.addAll(problems);
            }
        }
        assertThat(failures).as(String.join("\n", failures)).isEmpty();
    }

    /** The same problem with fewer paths. */
    private Case shrunk(Case tree) {
        for (int index = 0; tree.paths().size() > 1 && index < tree.paths().size(); index++) {
            List<List<String>> fewer = new ArrayList<>(tree.paths());
            fewer.remove(index);
            Case smaller = new Case(tree.root(), fewer, tree.inTransaction(), tree.afterwards(), tree.touched());
            if (!check(smaller).isEmpty()) {
                return shrunk(smaller);
            }
        }
        return tree;
    }

    private List<String> check(Case tree) {
        List<String> problems = new ArrayList<>();
        factory.getCache().evictAll();
        List<String> expected = new ArrayList<>();
        database.forget();
        try (var bypass = maps.bypass()) {
            run(tree, roots -> {
                touch(roots, tree);
                expected.addAll(walk(roots, tree.paths()));
            });
        }
        int lazily = database.statements().size();
        activation.close();
        factory.getCache().evictAll();
        activation = maps.open();
        List<String> statements = new ArrayList<>();
        List<Object> kept = new ArrayList<>();
        database.forget();
        run(tree, roots -> {
            touch(roots, tree);
            kept.addAll(roots);
            if (!tree.afterwards()) {
                prefetch(roots, tree.names());
                statements.addAll(database.statements());
                compare(expected, roots, tree, problems);
                database.forget();
            }
        });
        if (tree.afterwards()) {
            prefetch(kept, tree.names());
            statements.addAll(database.statements());
            compare(expected, kept, tree, problems);
        } else if (!database.statements().isEmpty()) {
            problems.add("at the end: " + database.statements());
        }
        if (statements.size() > lazily) {
            problems.add(statements.size() + " statements, lazily " + lazily + ": " + statements);
        }
        return problems;
    }

    private void compare(List<String> expected, List<Object> roots, Case tree, List<String> problems) {
        database.forget();
        List<String> seen = walk(roots, tree.paths());
        if (!database.statements().isEmpty()) {
            problems.add("afterwards: " + database.statements());
        }
        if (!seen.equals(expected)) {
            List<String> missing = new ArrayList<>(expected);
            missing.removeAll(seen);
            List<String> more = new ArrayList<>(seen);
            more.removeAll(expected);
            problems.add("lazily " + missing + ", prefetched " + more);
        }
    }

    private void run(Case tree, java.util.function.Consumer<List<Object>> work) {
        EntityManager manager = factory.createEntityManager();
        try {
            if (tree.inTransaction()) {
                manager.getTransaction().begin();
            }
            work.accept(roots(manager, tree));
            if (tree.inTransaction()) {
                manager.getTransaction().commit();
            }
        } finally {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
        }
    }

    @Test
    @DisplayName("P6, P9: random filters and counts give what one finds by looking at every target")
    void randomResults() {
        for (long seed = SEED; seed < SEED + TREES / 4; seed++) {
            Random random = new Random(seed * 0x5DEECE66DL + 0xBL);
            Case tree = Case.of(random);
            Property<?> property = property(tree.root(), tree.paths().get(0).get(0));
            if (!property.isAssociation()) {
                continue;
            }
            String pattern = String.valueOf(random.nextInt(10));
            Prefetch<Object, Object> matching = Prefetch.of(property.name())
                    .where((builder, target) -> builder.like(target.get("name"), "%" + pattern + "%"))
                    .as("matching");
            factory.getCache().evictAll();
            activation.close();
            activation = maps.open();
            long current = seed;
            run(tree, roots -> {
                var lists = prefetch(roots, matching);
                var numbers = prefetch(roots, matching.count().as("number"));
                for (Object root : roots) {
                    List<Object> expected = new ArrayList<>();
                    walkTargets(root, property.name(), expected);
                    expected.removeIf(target -> !nameOf(target).contains(pattern));
                    assertThat(lists.list(root, matching))
                            .as("seed %s: %s of %s like %s", current, property.name(), Model.describe(root), pattern)
                            .containsExactlyInAnyOrderElementsOf(expected);
                    assertThat(numbers.count(root, "number"))
                            .as("seed %s: %s of %s like %s", current, property.name(), Model.describe(root), pattern)
                            .isEqualTo(expected.size());
                }
            });
        }
    }

    private static Property<?> property(Kind<?> kind, String name) {
        return kind.properties().stream()
                .filter(property -> property.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String nameOf(Object entity) {
        for (Property<Object> property : Model.kindOf(entity.getClass()).properties()) {
            if (property.name().equals("name")) {
                return String.valueOf(property.read().apply(entity));
            }
        }
        throw new IllegalArgumentException(Model.describe(entity));
    }

    private static void walkTargets(Object entity, String attribute, List<Object> targets) {
        for (Property<Object> property : Model.kindOf(entity.getClass()).properties()) {
            if (property.name().equals(attribute)) {
                Object value = property.read().apply(entity);
                if (value instanceof Map<?, ?> map) {
                    targets.addAll(map.values());
                } else if (value instanceof Collection<?> collection) {
                    targets.addAll(collection);
                } else if (value != null) {
                    targets.add(value);
                }
            }
        }
    }

    /** Makes rows of each kind, and puts them in touch at random. */
    private record Graph(Random random) {

        void make(EntityManager em) {
            Map<Kind<?>, List<Object>> made = new LinkedHashMap<>();
            for (Kind<?> kind : Model.kinds()) {
                if (!kind.isGenerated()) {
                    made.put(kind, create(em, kind));
                }
            }
            for (Object person : made.get(Model.kindOf(Person.class))) {
                if (random.nextInt(4) > 0) {
                    Passport passport = new Passport((Person) person);
                    passport.setName("passport " + Model.describe(person));
                    ((Person) person).setPassport(passport);
                    em.persist(passport);
                }
            }
            invoices(em);
            made.forEach((kind, entities) -> entities.forEach(entity -> link(entity, made)));
        }

        private List<Object> create(EntityManager em, Kind<?> kind) {
            List<Object> entities = new ArrayList<>();
            for (int number = 1; number <= ROWS; number++) {
                Object entity = kind.create(id(kind.ids().get(0), number));
                for (Property<Object> property : Model.kindOf(kind.type()).properties()) {
                    if (!property.isAssociation() && !property.isLazy()) {
                        property.change().apply(entity, 1000 + random.nextInt(100), null);
                    }
                }
                em.persist(entity);
                entities.add(entity);
            }
            return entities;
        }

        private static Object id(Object example, int number) {
            if (example instanceof SeatId) {
                return new SeatId(number / 3, number % 3);
            } else if (example instanceof RoomId) {
                return new RoomId("R" + number / 4, number % 4);
            } else if (example instanceof CountryCode) {
                return new CountryCode("C" + number);
            } else if (example instanceof UUID) {
                return new UUID(number, number);
            }
            // subclasses of one hierarchy have numbers of their own
            return (Long) example + number - 1 + ((Long) example > 10 ? 100 : 0);
        }

        private void invoices(EntityManager em) {
            for (int number = 0; number < ROWS; number++) {
                Invoice invoice = new Invoice();
                invoice.setName("invoice " + number);
                if (random.nextBoolean()) {
                    invoice.setTicket(new Ticket());
                }
                for (int line = random.nextInt(4); line > 0; line--) {
                    InvoiceLine added = new InvoiceLine();
                    added.setName("line " + line);
                    added.setInvoice(invoice);
                    invoice.getLines().add(added);
                }
                em.persist(invoice);
            }
        }

        private void link(Object entity, Map<Kind<?>, List<Object>> made) {
            for (Property<Object> property : Model.kindOf(entity.getClass()).properties()) {
                if (ELEMENTS.contains(property.name())) {
                    for (int count = random.nextInt(4); count > 0; count--) {
                        property.change().apply(entity, 1 + random.nextInt(50), null);
                    }
                } else if (property.isAssociation()) {
                    List<Object> targets = new ArrayList<>();
                    Model.kindsOf(property.target())
                            .forEach(kind -> targets.addAll(made.getOrDefault(kind, List.of())));
                    Collections.shuffle(targets, random);
                    for (Object target : targets.subList(0, Math.min(targets.size(), random.nextInt(4)))) {
                        property.change().apply(entity, 1, target);
                    }
                }
            }
        }
    }
}
