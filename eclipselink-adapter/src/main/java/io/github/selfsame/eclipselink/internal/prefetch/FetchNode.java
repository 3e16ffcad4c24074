package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.prefetch.PrefetchPlan.Kind;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of the tree that all paths of a prefetch are merged into. Knows names only; which mapping a name stands
 * for may differ from one subclass of the owner to the next.
 */
final class FetchNode {

    private final String attribute;
    private final @Nullable FetchNode parent;
    private final Target target;
    private final Object group;
    private final @Nullable SeparateResult separate;

    /** In an order of their own, so that the order of the paths does not matter (rule P5). */
    private final SortedMap<String, FetchNode> children = new TreeMap<>();

    /**
     * What the attribute refers to.
     *
     * @param rootType the root of the hierarchy of the entities that it refers to; {@code null} if it is an embeddable or
     *     a collection of values
     * @param kind what loading it brings; {@code null} for an embeddable, which is there with its owner
     * @param name the name of the type for people
     */
    record Target(@Nullable Class<?> rootType, @Nullable Kind kind, String name) {}

    /**
     * Creates a node.
     *
     * @param group what is equal for attributes that one statement can load: for references the hierarchy that they refer
     *     to, else the attribute and its owner
     */
    FetchNode(
            String attribute,
            @Nullable FetchNode parent,
            Target target,
            Object group,
            @Nullable SeparateResult separate) {
        this.attribute = attribute;
        this.parent = parent;
        this.target = target;
        this.group = group;
        this.separate = separate;
    }

    String attribute() {
        return attribute;
    }

    Target target() {
        return target;
    }

    /** What the targets are to be, if they are not to be loaded into the attribute itself. */
    @Nullable SeparateResult separate() {
        return separate;
    }

    boolean isEmbeddable() {
        return target.kind() == null;
    }

    boolean isReference() {
        return target.kind() == Kind.REFERENCE;
    }

    Collection<FetchNode> children() {
        return children.values();
    }

    SortedMap<String, FetchNode> childrenByKey() {
        return children;
    }

    @Nullable FetchNode parent() {
        return parent;
    }

    /** Whether one statement can load both. */
    boolean sharesWith(FetchNode other) {
        return group.equals(other.group);
    }

    /** Whether loading this may bring what the other one refers to, or can be done together with it. */
    boolean helps(FetchNode other) {
        return sharesWith(other)
                || (other.isReference()
                        && target.kind() != Kind.COUNT
                        && target.rootType() != null
                        && target.rootType() == other.target.rootType());
    }

    @Override
    public String toString() {
        String own = separate == null ? attribute : separate.toString();
        return parent == null ? own : parent + "." + own;
    }
}
