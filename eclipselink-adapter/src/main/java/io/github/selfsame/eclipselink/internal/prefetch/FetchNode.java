package io.github.selfsame.eclipselink.internal.prefetch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of the tree that all paths of a prefetch are merged into. Knows names only; which mapping a name stands
 * for may differ from one subclass of the owner to the next.
 */
final class FetchNode {

    private final String attribute;
    private final @Nullable FetchNode parent;
    private final Target target;
    private final Map<String, FetchNode> children = new LinkedHashMap<>();

    /**
     * What the attribute refers to.
     *
     * @param rootType the root of the hierarchy of the entities that it refers to; {@code null} if it is an embeddable or
     *     a collection of values
     * @param isMany whether it may refer to several
     */
    record Target(@Nullable Class<?> rootType, boolean isMany) {}

    FetchNode(String attribute, @Nullable FetchNode parent, Target target) {
        this.attribute = attribute;
        this.parent = parent;
        this.target = target;
    }

    String attribute() {
        return attribute;
    }

    Target target() {
        return target;
    }

    Map<String, FetchNode> children() {
        return children;
    }

    boolean isBelow(FetchNode other) {
        for (FetchNode node = parent; node != null; node = node.parent) {
            if (node == other) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return parent == null ? attribute : parent + "." + attribute;
    }
}
