package io.github.selfsame.eclipselink.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.Property;
import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.Prefetched;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Random separate results, at the ends of random paths, against looking at every target. */
class RandomResultsTest extends RandomTreeTest {

    /** What is said of the targets besides the path to them. */
    private record Definition(String pattern, boolean sorted, int limit, boolean nested) {

        static Definition of(Random random) {
            return new Definition(
                    random.nextInt(3) == 0 ? "" : String.valueOf(random.nextInt(10)),
                    random.nextBoolean(),
                    random.nextInt(4),
                    random.nextBoolean());
        }

        Prefetch<Object, Object> filtered(List<String> path) {
            Prefetch<Object, Object> result =
                    Prefetch.of(String.join(".", path)).as("result");
            return pattern.isEmpty()
                    ? result
                    : result.where((builder, target) -> builder.like(target.get("name"), "%" + pattern + "%"));
        }

        Prefetch<Object, Object> whole(List<String> path, boolean isCollection, List<String> below) {
            Prefetch<Object, Object> result = filtered(path);
            if (isCollection && sorted) {
                result = result.orderBy((builder, target) -> builder.desc(target.get("name")));
            }
            if (isCollection && limit > 0) {
                result = result.limit(limit);
            }
            return nested && !below.isEmpty() ? result.with(below.get(0)) : result;
        }
    }

    @Test
    @DisplayName("P4, P6, P9, C11: random filters, orders, limits, counts and nested paths give for each owner what one"
            + " finds by looking at every target, in one statement for each level, and leave the association alone")
    void randomResults() {
        for (long seed = SEED; seed < SEED + TREES; seed++) {
            Random random = random(seed);
            RandomTree tree = RandomTree.of(random);
            List<String> path = tree.paths().get(0);
            Definition definition = Definition.of(random);
            // a map keyed by names shows one of several targets with one name, the result all of them
            if (path.stream().noneMatch(RandomTree.ELEMENTS::contains)
                    && !path.get(path.size() - 1).equals("cities")) {
                check("seed " + seed + ": " + definition + " of " + tree, tree, path, definition);
            }
        }
    }

    private void check(String what, RandomTree tree, List<String> path, Definition definition) {
        beginAnew(IdentityMapOptions.DEFAULTS);
        withRoots(tree, (em, roots) -> {
            List<String> above = path.subList(0, path.size() - 1);
            String last = path.get(path.size() - 1);
            if (!above.isEmpty()) {
                prefetch(roots, String.join(".", above));
            }
            Collection<Object> owners = reached(roots, above);
            Property<Object> property = owners.stream()
                    .map(owner -> property(owner, last))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (property == null) {
                return;
            }
            Object example = owners.stream()
                    .filter(owner -> property(owner, last) != null)
                    .findFirst()
                    .orElseThrow();
            boolean isCollection = isCollection(em, example, last);
            List<String> below = RandomTree.below(property);
            Prefetch<Object, Object> separate = definition.whole(path, isCollection, below);
            Prefetch<Object, Object> number = definition.filtered(path).count().as("number");
            Prefetched results = prefetch(roots, separate);
            Prefetched numbers = prefetch(roots, number);
            for (Object owner : owners) {
                Property<Object> its = property(owner, last);
                if (its == null) {
                    continue;
                }
                List<Object> matching = new ArrayList<>(targets(owner, its));
                matching.removeIf(target -> !nameOf(target).contains(definition.pattern()));
                List<?> found = isCollection && definition.limit() != 1
                        ? results.list(owner, separate)
                        : results.single(owner, separate).stream().toList();
                String whose = what + ", " + Model.describe(owner);
                assertFound(whose, found, matching, definition, isCollection);
                assertThat(numbers.count(owner, number)).as(whose).isEqualTo(matching.size());
                if (definition.nested() && !below.isEmpty()) {
                    assertThat(statements(() -> found.forEach(target -> targetsOf(target, below.get(0)))))
                            .as(whose + " with " + below.get(0))
                            .isZero();
                }
            }
        });
    }

    private static void assertFound(
            String whose, List<?> found, List<Object> matching, Definition definition, boolean isCollection) {
        Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());
        known.addAll(matching);
        assertThat(found).as(whose).allMatch(known::contains);
        boolean isLimited = isCollection && definition.limit() > 0;
        assertThat(found)
                .as(whose)
                .hasSize(isLimited ? Math.min(definition.limit(), matching.size()) : matching.size());
        if (isCollection && definition.sorted()) {
            List<String> best = matching.stream()
                    .map(RandomResultsTest::nameOf)
                    .sorted(Comparator.reverseOrder())
                    .limit(found.size())
                    .toList();
            assertThat(found.stream().map(RandomResultsTest::nameOf)).as(whose).containsExactlyElementsOf(best);
        }
    }

    private static boolean isCollection(jakarta.persistence.EntityManager em, Object owner, String attribute) {
        // what is in embeddables refers to one entity
        return attribute.indexOf('.') < 0
                && em.getMetamodel()
                        .entity(owner.getClass())
                        .getAttribute(attribute)
                        .isCollection();
    }

    private static Property<Object> property(Object entity, String name) {
        return Model.kindOf(entity.getClass()).properties().stream()
                .filter(property -> property.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The entities at the end of a path, each once. */
    private static Collection<Object> reached(Collection<Object> roots, List<String> path) {
        Set<Object> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        if (path.isEmpty()) {
            reached.addAll(roots);
            return reached;
        }
        for (Object root : roots) {
            reached.addAll(targetsOf(root, path.get(0)));
        }
        return reached(reached, path.subList(1, path.size()));
    }

    private static Collection<Object> targetsOf(Object entity, String attribute) {
        Property<Object> property = property(entity, attribute);
        return property == null ? List.of() : targets(entity, property);
    }

    private static Collection<Object> targets(Object entity, Property<Object> property) {
        Object value = property.read().apply(entity);
        Collection<Object> targets = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            targets.addAll(map.values());
        } else if (value instanceof Collection<?> collection) {
            targets.addAll(collection);
        } else if (value != null) {
            targets.add(value);
        }
        return targets;
    }

    private static String nameOf(Object entity) {
        return String.valueOf(property(entity, "name").read().apply(entity));
    }
}
