package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.Prefetch.Condition;
import io.github.selfsame.prefetch.Prefetch.Ordering;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of an association's targets besides the association itself (rule P6).
 *
 * @param name the name of the result
 * @param attribute the attribute, with the embeddables on the way to it
 * @param condition what must be true of a target
 * @param orderings what the targets of each owner are sorted by
 * @param limit how many targets an owner has at most; 0 for any number
 * @param isSingle whether an owner has one target at most
 * @param isCount whether the targets are only counted
 */
record SeparateResult(
        String name,
        String attribute,
        @Nullable Condition<?> condition,
        List<? extends Ordering<?>> orderings,
        int limit,
        boolean isSingle,
        boolean isCount) {

    static SeparateResult of(Prefetch<?, ?> prefetch, String attribute, boolean isCollection) {
        int limit = prefetch.limit().orElse(0);
        return new SeparateResult(
                prefetch.name(),
                attribute,
                prefetch.condition(),
                prefetch.orderings(),
                limit,
                limit == 1 || !isCollection,
                prefetch.isCount());
    }

    /** Whether the results of both may go by one name for different owners. */
    boolean hasFormOf(SeparateResult other) {
        return isCount == other.isCount && (isCount || isSingle == other.isSingle);
    }

    /** Whether all targets are wanted, as they are mapped. */
    boolean isEverything() {
        return condition == null && orderings.isEmpty() && limit == 0;
    }

    @Override
    public String toString() {
        return attribute.equals(name) ? attribute + "*" : attribute + " as '" + name + "'";
    }
}
