package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.prefetch.PrefetchPlan;
import io.github.selfsame.prefetch.PrefetchPlan.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Chooses the order that needs the fewest statements, whatever the order of the paths (rule P5): a collection before a
 * reference to entities that it may bring, and what one statement can load together as soon as all of it is there. Knows
 * neither a database nor what is loaded already.
 */
final class Planner {

    /** How many situations are tried out; with more of them the plan is good, but may not be the best. */
    private static final int MOST_SITUATIONS = 5_000;

    private static final Comparator<FetchNode> COLLECTIONS_FIRST =
            Comparator.comparing(FetchNode::isReference).thenComparing(FetchNode::toString);

    /** The best way to go on, by what can be loaded. */
    private final Map<Set<FetchNode>, Way> known = new HashMap<>();

    /**
     * A way to go on.
     *
     * @param first what to load now
     * @param cost what it costs until the end; a statement counts most
     */
    private record Way(List<FetchNode> first, int cost) {

        private static final int STATEMENT = 1_000;
    }

    private Planner() {}

    /** What would be loaded one after the other if nothing were there. */
    static PrefetchPlan plan(FetchTree tree) {
        return plan(tree.rootType(), tree.roots());
    }

    static PrefetchPlan plan(String rootType, Collection<FetchNode> roots) {
        return new PrefetchPlan(
                rootType, steps(roots).stream().map(Planner::step).toList());
    }

    /** A group of attributes as people see it. */
    static Step step(List<FetchNode> nodes) {
        return new Step(
                Objects.requireNonNull(nodes.get(0).target().kind()),
                nodes.stream().map(FetchNode::toString).toList(),
                nodes.get(0).target().name());
    }

    /**
     * The groups of attributes to load together, one after the other.
     *
     * @param roots the attributes of the entities at hand
     */
    static List<List<FetchNode>> steps(Collection<FetchNode> roots) {
        Planner planner = new Planner();
        List<List<FetchNode>> steps = new ArrayList<>();
        Set<FetchNode> ready = new HashSet<>();
        addLoadable(roots, ready);
        while (!ready.isEmpty()) {
            List<FetchNode> step = planner.best(ready).first();
            steps.add(step);
            ready = after(step, ready);
        }
        return steps;
    }

    private Way best(Set<FetchNode> ready) {
        Way way = known.get(ready);
        if (way == null) {
            way = ready.isEmpty() ? new Way(List.of(), 0) : search(ready);
            known.put(ready, way);
        }
        return way;
    }

    private Way search(Set<FetchNode> ready) {
        List<FetchNode> inOrder = new ArrayList<>(ready);
        inOrder.sort(COLLECTIONS_FIRST);
        List<FetchNode> candidates =
                inOrder.stream().filter(node -> !isWorthWaiting(node, ready)).toList();
        if (!candidates.isEmpty()) {
            // nothing is lost by not waiting
            candidates = candidates.subList(0, 1);
        } else if (known.size() > MOST_SITUATIONS) {
            candidates = inOrder.subList(0, 1);
        } else {
            candidates = inOrder;
        }
        Way best = null;
        for (FetchNode candidate : candidates) {
            List<FetchNode> step =
                    inOrder.stream().filter(candidate::sharesWith).toList();
            int cost = Way.STATEMENT
                    + (candidate.isReference() && isWorthWaiting(candidate, ready) ? 1 : 0)
                    + best(after(step, ready)).cost();
            if (best == null || cost < best.cost()) {
                best = new Way(step, cost);
            }
        }
        return Objects.requireNonNull(best);
    }

    private static Set<FetchNode> after(List<FetchNode> step, Set<FetchNode> ready) {
        Set<FetchNode> rest = new HashSet<>(ready);
        step.forEach(rest::remove);
        step.forEach(node -> addLoadable(node.children(), rest));
        return rest;
    }

    /** Embeddables are there with their owners. */
    private static void addLoadable(Collection<FetchNode> nodes, Set<FetchNode> ready) {
        for (FetchNode node : nodes) {
            if (node.isEmbeddable()) {
                addLoadable(node.children(), ready);
            } else {
                ready.add(node);
            }
        }
    }

    /** Whether something that can't be loaded yet, but does not depend on this, would help. */
    private static boolean isWorthWaiting(FetchNode node, Collection<FetchNode> ready) {
        for (FetchNode other : ready) {
            if (other != node && helpsBelow(other, node)) {
                return true;
            }
        }
        return false;
    }

    private static boolean helpsBelow(FetchNode ancestor, FetchNode node) {
        for (FetchNode child : ancestor.children()) {
            if (child.helps(node) || helpsBelow(child, node)) {
                return true;
            }
        }
        return false;
    }
}
