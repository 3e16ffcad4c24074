package io.github.selfsame.prefetch;

import io.github.selfsame.prefetch.Prefetch.Condition;
import io.github.selfsame.prefetch.Prefetch.Ordering;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Prefetch} says. What contradicts itself is refused there.
 *
 * @param <T> the type of the targets
 * @param rootType the type that has the first attribute of the path; {@code null} if the path was given by names
 * @param limit the most targets of each owner, or {@link #NO_LIMIT}
 * @param name the name given to the result; {@code null} if there is none
 */
record PrefetchDefinition<T>(
        @Nullable Class<?> rootType,
        List<String> path,
        @Nullable Condition<T> condition,
        List<Ordering<T>> orderings,
        int limit,
        boolean isCount,
        @Nullable String name,
        List<Prefetch<?, ?>> nested) {

    static final int NO_LIMIT = 0;

    /** A path and nothing else. */
    static <T> PrefetchDefinition<T> of(@Nullable Class<?> rootType, List<String> path) {
        return new PrefetchDefinition<>(rootType, path, null, List.of(), NO_LIMIT, false, null, List.of());
    }

    PrefetchDefinition<T> where(Condition<T> newCondition) {
        return new PrefetchDefinition<>(rootType, path, newCondition, orderings, limit, isCount, name, nested);
    }

    PrefetchDefinition<T> sortedBy(List<Ordering<T>> newOrderings) {
        return new PrefetchDefinition<>(rootType, path, condition, newOrderings, limit, isCount, name, nested);
    }

    PrefetchDefinition<T> limitedTo(int newLimit) {
        return new PrefetchDefinition<>(rootType, path, condition, orderings, newLimit, isCount, name, nested);
    }

    PrefetchDefinition<T> counted() {
        return new PrefetchDefinition<>(rootType, path, condition, orderings, limit, true, name, nested);
    }

    PrefetchDefinition<T> named(String newName) {
        return new PrefetchDefinition<>(rootType, path, condition, orderings, limit, isCount, newName, nested);
    }

    /** With more nested prefetches, besides those that are there. */
    PrefetchDefinition<T> with(List<? extends Prefetch<?, ?>> more) {
        List<Prefetch<?, ?>> all = new ArrayList<>(nested);
        all.addAll(more);
        return new PrefetchDefinition<>(rootType, path, condition, orderings, limit, isCount, name, List.copyOf(all));
    }

    boolean isSeparate() {
        return condition != null || !orderings.isEmpty() || limit != NO_LIMIT || isCount || name != null;
    }

    String pathAsText() {
        return String.join(".", path);
    }
}
