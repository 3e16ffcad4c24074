package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.Property;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What steps that read have found: sets variables to it, and puts it into words. */
final class Results {

    private Results() {}

    static Object one(World world, Step step, Object found) {
        if (found != null) {
            world.assign(step.context(), step.variable(), found);
        }
        return world.saw(step.context(), found);
    }

    static Object all(World world, Step step, TypedQuery<Object> query) {
        return all(world, step, query.getResultList());
    }

    static Object all(World world, Step step, List<?> found) {
        List<Object> sorted = sorted(found);
        if (!sorted.isEmpty()) {
            world.assign(step.context(), step.variable(), sorted.get(step.way() % sorted.size()));
        }
        return world.sawAll(step.context(), sorted);
    }

    /** Entities with what they refer to. */
    static Object pairs(World world, Step step, List<Pair> found) {
        List<String> seen = new ArrayList<>();
        for (Pair pair : found) {
            seen.add(world.saw(step.context(), pair.first())
                    + (pair.second() == null ? "" : " " + world.saw(step.context(), pair.second())));
        }
        if (!found.isEmpty()) {
            List<Object> sorted = sorted(found.stream().map(Pair::first).toList());
            world.assign(step.context(), step.variable(), sorted.get(step.way() % sorted.size()));
        }
        return seen.stream().sorted().toList();
    }

    /** What a query has found, and what the association refers to that it has brought along. */
    static Object touched(World world, Step step, List<Object> found, Property<Object> association) {
        List<Object> distinct = distinct(found);
        Object seen = all(world, step, distinct);
        if (world.differences().isLeftStale(association)) {
            // R14, R20: the shared cache remembers an inverse side that the map reads afresh
            return seen;
        }
        List<String> targets = new ArrayList<>();
        sorted(distinct)
                .forEach(entity -> targets.add(Model.describe(association.read().apply(entity))));
        return seen + " " + targets;
    }

    /** A join gives an entity once for each row. */
    static List<Object> distinct(List<Object> found) {
        List<Object> distinct = new ArrayList<>();
        found.stream().filter(entity -> !distinct.contains(entity)).forEach(distinct::add);
        return distinct;
    }

    /** The entities that an attribute refers to. */
    static List<Object> entities(Object value) {
        Collection<?> values = value instanceof Collection<?> collection
                ? collection
                : value instanceof Map<?, ?> map ? map.values() : Collections.singleton(value);
        return sorted(values.stream().filter(Model::isEntity).toList());
    }

    private static List<Object> sorted(List<?> found) {
        List<Object> sorted = new ArrayList<>(found);
        sorted.sort((one, other) -> Model.describe(one).compareTo(Model.describe(other)));
        return sorted;
    }
}
