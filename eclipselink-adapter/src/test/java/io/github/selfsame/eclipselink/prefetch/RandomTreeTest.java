package io.github.selfsame.eclipselink.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.eclipselink.model.Tenants;
import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Random trees of paths on random graphs of all kinds of mappings. System properties choose them:
 * {@code random-prefetch.seed} is the first seed, {@code random-prefetch.trees} how many there are.
 */
abstract class RandomTreeTest extends ContractTest {

    static final long SEED = Long.getLong("random-prefetch.seed", 1);
    static final int TREES = Integer.getInteger("random-prefetch.trees", 150);

    RandomTreeTest() {
        super("model");
    }

    @Override
    protected Map<String, Object> unitProperties() {
        return Tenants.ONE;
    }

    @Override
    protected void fill() {
        Tenants.createTables(database);
        EntityManager manager = factory.createEntityManager();
        manager.getTransaction().begin();
        new RandomGraph(new Random(SEED)).make(manager);
        manager.getTransaction().commit();
        manager.close();
    }

    static Random random(long seed) {
        return new Random(seed * 0x5DEECE66DL + 0xBL);
    }

    /** Checks one tree after the other until one has problems, and says which in as few paths as possible. */
    final void assertThatTreesHave(int trees, Function<RandomTree, List<String>> problemsOf) {
        List<String> failures = new ArrayList<>();
        for (long seed = SEED; seed < SEED + trees && failures.isEmpty(); seed++) {
            RandomTree tree = RandomTree.of(random(seed));
            List<String> problems = problemsOf.apply(tree);
            if (!problems.isEmpty()) {
                failures.add("seed " + seed + ", woven " + WOVEN + ", shared cache " + SHARED_CACHE + ": "
                        + shrunk(tree, problemsOf));
                failures.addAll(problems);
            }
        }
        assertThat(failures).as(String.join("\n", failures)).isEmpty();
    }

    /** The same problem with fewer paths. */
    private static RandomTree shrunk(RandomTree tree, Function<RandomTree, List<String>> problemsOf) {
        for (int index = 0; tree.paths().size() > 1 && index < tree.paths().size(); index++) {
            RandomTree smaller = tree.without(index);
            if (!problemsOf.apply(smaller).isEmpty()) {
                return shrunk(smaller, problemsOf);
            }
        }
        return tree;
    }

    /** Goes on as if nothing had been read yet. */
    final void beginAnew(IdentityMapOptions options) {
        factory.getCache().evictAll();
        reopen(options);
        database.forget();
    }

    /** What EclipseLink does without the library; gives the statements. */
    final int withoutMap(Runnable work) {
        factory.getCache().evictAll();
        try (var bypass = maps.bypass()) {
            assertThat(bypass).isNotNull();
            return statements(work);
        }
    }

    /** Runs work with the roots of a tree, in a transaction or without one. */
    final void withRoots(RandomTree tree, BiConsumer<EntityManager, List<Object>> work) {
        EntityManager manager = factory.createEntityManager();
        try {
            if (tree.inTransaction()) {
                manager.getTransaction().begin();
            }
            work.accept(manager, tree.roots(manager));
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().commit();
            }
        } finally {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
        }
    }

    /** What is wrong with the graph that is there now, without a statement. */
    final List<String> differences(List<String> expected, List<Object> roots, RandomTree tree) {
        List<String> problems = new ArrayList<>();
        database.forget();
        List<String> seen = RandomTree.walk(roots, tree.paths());
        if (!database.statements().isEmpty()) {
            problems.add("afterwards: " + database.statements());
        }
        problems.addAll(differences(expected, seen));
        return problems;
    }

    static List<String> differences(List<String> expected, List<String> seen) {
        if (seen.equals(expected)) {
            return List.of();
        }
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(seen);
        List<String> more = new ArrayList<>(seen);
        more.removeAll(expected);
        return List.of("plainly " + missing + ", with the library " + more);
    }
}
