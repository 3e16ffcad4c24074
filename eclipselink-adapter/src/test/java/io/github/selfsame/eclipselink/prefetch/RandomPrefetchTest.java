package io.github.selfsame.eclipselink.prefetch;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Random trees of paths against plain lazy loading. */
class RandomPrefetchTest extends RandomTreeTest {

    @Test
    @DisplayName(
            "P4, P7, P8, P9, C24: random trees give what lazy loading gives, in no more statements, and write nothing")
    void randomTrees() {
        assertThatTreesHave(TREES, this::problems);
    }

    private List<String> problems(RandomTree tree) {
        List<String> expected = new ArrayList<>();
        int lazily = lazily(tree, expected);
        beginAnew(IdentityMapOptions.DEFAULTS);
        List<String> problems = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        List<Object> kept = new ArrayList<>();
        withRoots(tree, (em, roots) -> {
            tree.touch(roots);
            kept.addAll(roots);
            if (!tree.afterwards()) {
                prefetch(roots, tree.names());
                statements.addAll(database.statements());
                problems.addAll(differences(expected, roots, tree));
                database.forget();
            }
        });
        if (tree.afterwards()) {
            prefetch(kept, tree.names());
            statements.addAll(database.statements());
            problems.addAll(differences(expected, kept, tree));
        } else if (!database.statements().isEmpty()) {
            problems.add("at the end: " + database.statements());
        }
        if (statements.size() > lazily) {
            problems.add(statements.size() + " statements, lazily " + lazily + ": " + statements);
        }
        return problems;
    }

    @Test
    @DisplayName(
            "P8, P13, C24: lazy loading for peers shows what it shows one by one, in no more statements, never loads"
                    + " twice, and writes nothing")
    void peers() {
        assertThatTreesHave(TREES, this::problemsOfPeers);
    }

    private List<String> problemsOfPeers(RandomTree tree) {
        List<String> expected = new ArrayList<>();
        int plainly = lazily(tree, expected);
        int oneByOne = lazily(tree, LazyLoading.ONE, expected, new ArrayList<>());
        List<String> problems = new ArrayList<>();
        int forPeers = lazily(tree, LazyLoading.PEERS, expected, problems);
        if (forPeers > Math.min(plainly, oneByOne)) {
            problems.add(forPeers + " statements for peers, one by one " + oneByOne + ", plainly " + plainly + ": "
                    + database.statements());
        }
        return problems;
    }

    private int lazily(RandomTree tree, List<String> expected) {
        return withoutMap(() -> withRoots(tree, (em, roots) -> {
            tree.touch(roots);
            expected.addAll(RandomTree.walk(roots, tree.paths()));
        }));
    }

    /** Walks in a map that loads in one way; gives the statements. */
    private int lazily(RandomTree tree, LazyLoading mode, List<String> expected, List<String> problems) {
        beginAnew(IdentityMapOptions.DEFAULTS.with(mode));
        List<Object> kept = new ArrayList<>();
        withRoots(tree, (em, roots) -> {
            tree.touch(roots);
            kept.addAll(roots);
            if (!tree.afterwards()) {
                problems.addAll(differences(expected, RandomTree.walk(roots, tree.paths())));
            }
        });
        if (tree.afterwards()) {
            problems.addAll(differences(expected, RandomTree.walk(kept, tree.paths())));
        }
        List<String> statements = List.copyOf(database.statements());
        problems.addAll(differences(expected, kept, tree));
        return statements.size();
    }
}
