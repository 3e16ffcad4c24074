package io.github.selfsame.eclipselink.internal.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.internal.prefetch.FetchNode.Target;
import io.github.selfsame.prefetch.PrefetchPlan;
import io.github.selfsame.prefetch.PrefetchPlan.Kind;
import io.github.selfsame.prefetch.PrefetchPlan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Plans are made without a database. */
class PlannerTest {

    private interface Dog {}

    private interface Toy {}

    private interface Maker {}

    private interface Owner {}

    private record Attribute(Class<?> target, Kind kind) {}

    private static final Map<Class<?>, Map<String, Attribute>> MODEL = Map.of(
            Dog.class,
                    Map.of(
                            "toys", new Attribute(Toy.class, Kind.COLLECTION),
                            "favoriteToy", new Attribute(Toy.class, Kind.REFERENCE),
                            "owner", new Attribute(Owner.class, Kind.REFERENCE)),
            Toy.class,
                    Map.of(
                            "dogs", new Attribute(Dog.class, Kind.COLLECTION),
                            "maker", new Attribute(Maker.class, Kind.REFERENCE)),
            Owner.class,
                    Map.of(
                            "dogs", new Attribute(Dog.class, Kind.COLLECTION),
                            "bestDog", new Attribute(Dog.class, Kind.REFERENCE)),
            Maker.class,
                    Map.of(
                            "newest", new Attribute(Toy.class, Kind.REFERENCE),
                            "owner", new Attribute(Owner.class, Kind.REFERENCE)));

    private static List<FetchNode> tree(List<String> paths) {
        SortedMap<String, FetchNode> roots = new TreeMap<>();
        for (String path : paths) {
            SortedMap<String, FetchNode> level = roots;
            FetchNode parent = null;
            Class<?> type = Dog.class;
            for (String name : path.split("\\.", -1)) {
                Attribute attribute = MODEL.get(type).get(name);
                FetchNode above = parent;
                Object group = attribute.kind() == Kind.REFERENCE ? attribute.target() : List.of(type, name);
                FetchNode node = level.computeIfAbsent(
                        name,
                        key -> new FetchNode(
                                name,
                                above,
                                new Target(
                                        attribute.target(),
                                        attribute.kind(),
                                        attribute.target().getSimpleName()),
                                group,
                                null));
                parent = node;
                type = attribute.target();
                level = node.childrenByKey();
            }
        }
        return new ArrayList<>(roots.values());
    }

    private static PrefetchPlan plan(List<String> paths) {
        return Planner.plan("Dog", tree(paths));
    }

    @Test
    @DisplayName(
            "P5, P14: a collection comes before the reference that it may fill, and two branches share a statement")
    void kennel() {
        assertThat(plan(List.of("favoriteToy.maker", "owner", "toys.maker"))
                        .toString()
                        .lines())
                .containsExactly(
                        "Prefetch for Dog",
                        "1. toys (COLLECTION of Toy)",
                        "2. favoriteToy (REFERENCE of Toy)",
                        "3. favoriteToy.maker + toys.maker (REFERENCE of Maker)",
                        "4. owner (REFERENCE of Owner)");
    }

    @Test
    @DisplayName("P5: one collection that is reached by two ways is read once")
    void sharedCollections() {
        assertThat(plan(List.of("favoriteToy.dogs", "toys.dogs")).steps())
                .extracting(Step::paths)
                .containsExactly(List.of("toys"), List.of("favoriteToy"), List.of("favoriteToy.dogs", "toys.dogs"));
    }

    @Test
    @DisplayName("P5: the plan does not depend on the order of the paths")
    void order() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<String> paths = paths(random, 2 + random.nextInt(5));
            PrefetchPlan plan = plan(paths);
            Collections.shuffle(paths, random);
            assertThat(plan(paths)).as("seed %s: %s", seed, paths).isEqualTo(plan);
        }
    }

    @Test
    @DisplayName("P5: no other order of loading takes fewer steps, tried out for small trees")
    void fewestSteps() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            List<String> paths = paths(random, 1 + random.nextInt(4));
            List<FetchNode> roots = tree(paths);
            if (size(roots) <= 9) {
                assertThat(Planner.plan("Dog", roots).steps().size())
                        .as("seed %s: %s", seed, paths)
                        .isEqualTo(fewest(new HashSet<>(roots)));
            }
        }
    }

    @Test
    @DisplayName("P4, P5: every attribute is in exactly one step, after the one that it hangs on")
    void complete() {
        for (long seed = 0; seed < 500; seed++) {
            List<String> paths = paths(new Random(seed), 6);
            Set<String> expected = new LinkedHashSet<>();
            for (String path : paths) {
                for (int end = path.indexOf('.'); end > 0; end = path.indexOf('.', end + 1)) {
                    expected.add(path.substring(0, end));
                }
                expected.add(path);
            }
            List<String> planned = new ArrayList<>();
            for (Step step : plan(paths).steps()) {
                for (String path : step.paths()) {
                    int end = path.lastIndexOf('.');
                    assertThat(end < 0 || planned.contains(path.substring(0, end)))
                            .as("seed %s: %s before its owner", seed, path)
                            .isTrue();
                }
                planned.addAll(step.paths());
            }
            assertThat(planned).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static List<String> paths(Random random, int count) {
        List<String> paths = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            StringBuilder path = new StringBuilder();
            Class<?> type = Dog.class;
            for (int depth = 1 + random.nextInt(4); depth > 0; depth--) {
                List<String> names = new ArrayList<>(new TreeMap<>(MODEL.get(type)).keySet());
                String name = names.get(random.nextInt(names.size()));
                path.append(path.isEmpty() ? "" : ".").append(name);
                type = MODEL.get(type).get(name).target();
            }
            paths.add(path.toString());
        }
        return paths;
    }

    private static int size(Iterable<FetchNode> nodes) {
        int size = 0;
        for (FetchNode node : nodes) {
            size += 1 + size(node.children());
        }
        return size;
    }

    private static int fewest(Set<FetchNode> ready) {
        if (ready.isEmpty()) {
            return 0;
        }
        int fewest = Integer.MAX_VALUE;
        for (FetchNode first : ready) {
            Set<FetchNode> rest = new HashSet<>();
            for (FetchNode node : ready) {
                if (node.sharesWith(first)) {
                    rest.addAll(node.children());
                } else {
                    rest.add(node);
                }
            }
            fewest = Math.min(fewest, 1 + fewest(rest));
        }
        return fewest;
    }
}
