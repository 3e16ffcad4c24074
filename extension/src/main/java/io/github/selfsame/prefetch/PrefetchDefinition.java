package io.github.selfsame.prefetch;

import static io.github.selfsame.prefetch.PrefetchDefinitionMessages.MESSAGES;

import io.github.selfsame.prefetch.Prefetch.Condition;
import io.github.selfsame.prefetch.Prefetch.Ordering;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Prefetch} says. What contradicts itself is refused, with a {@link PrefetchException}.
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

    /** A path given by names. */
    static <T> PrefetchDefinition<T> of(@Nullable String path) {
        return of(null, attributes(path));
    }

    PrefetchDefinition<T> where(Condition<T> newCondition) {
        if (condition != null) {
            throw MESSAGES.alreadyThere("a condition", pathAsText(), "where");
        }
        return new PrefetchDefinition<>(rootType, path, newCondition, orderings, limit, isCount, name, nested);
    }

    PrefetchDefinition<T> sortedBy(List<Ordering<T>> newOrderings) {
        if (newOrderings.isEmpty()) {
            throw MESSAGES.nothingToSortBy(pathAsText());
        }
        if (!orderings.isEmpty()) {
            throw MESSAGES.alreadyThere("an order", pathAsText(), "orderBy");
        }
        refuseIf(isCount, "an order");
        return new PrefetchDefinition<>(rootType, path, condition, newOrderings, limit, isCount, name, nested);
    }

    PrefetchDefinition<T> limitedTo(int newLimit) {
        if (newLimit < 1) {
            throw MESSAGES.limitTooSmall(newLimit, pathAsText());
        }
        if (limit != NO_LIMIT) {
            throw MESSAGES.alreadyThere("a limit", pathAsText(), "limit");
        }
        refuseIf(isCount, "a limit");
        return new PrefetchDefinition<>(rootType, path, condition, orderings, newLimit, isCount, name, nested);
    }

    PrefetchDefinition<T> counted() {
        refuseIf(!orderings.isEmpty(), "an order");
        refuseIf(limit != NO_LIMIT, "a limit");
        refuseIf(!nested.isEmpty(), "nested prefetches");
        return new PrefetchDefinition<>(rootType, path, condition, orderings, limit, true, name, nested);
    }

    PrefetchDefinition<T> named(String newName) {
        if (newName.isBlank()) {
            throw MESSAGES.blankName(pathAsText());
        }
        return new PrefetchDefinition<>(rootType, path, condition, orderings, limit, isCount, newName, nested);
    }

    /** With more nested prefetches, besides those that are there. */
    PrefetchDefinition<T> with(List<? extends Prefetch<?, ?>> more) {
        refuseIf(isCount, "nested prefetches");
        List<Prefetch<?, ?>> all = new ArrayList<>(nested);
        all.addAll(more);
        return new PrefetchDefinition<>(rootType, path, condition, orderings, limit, isCount, name, List.copyOf(all));
    }

    /** The longer path, of another type. */
    <N> PrefetchDefinition<N> then(List<String> more) {
        if (isSeparate() || !nested.isEmpty()) {
            throw MESSAGES.pathAfterDefinition(String.join(".", more), toString());
        }
        List<String> longer = new ArrayList<>(path);
        longer.addAll(more);
        return of(rootType, List.copyOf(longer));
    }

    private void refuseIf(boolean contradictsCount, String what) {
        if (contradictsCount) {
            throw MESSAGES.countContradicts(pathAsText(), what);
        }
    }

    /** The names in a path. */
    static List<String> attributes(@Nullable String path) {
        if (path == null || path.isBlank()) {
            throw MESSAGES.malformedPath(String.valueOf(path));
        }
        List<String> attributes = List.of(path.split("\\.", -1));
        if (attributes.stream().anyMatch(String::isBlank)) {
            throw MESSAGES.malformedPath(path);
        }
        return attributes;
    }

    boolean isSeparate() {
        return condition != null || !orderings.isEmpty() || limit != NO_LIMIT || isCount || name != null;
    }

    String pathAsText() {
        return String.join(".", path);
    }

    /** The path and what is said about it, for people. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(pathAsText());
        if (isCount) {
            text.append(" counted");
        }
        if (condition != null) {
            text.append(" filtered");
        }
        if (!orderings.isEmpty()) {
            text.append(" sorted");
        }
        if (limit != NO_LIMIT) {
            text.append(" limited to ").append(limit).append(" per owner");
        }
        if (name != null) {
            text.append(" as '").append(name).append('\'');
        }
        if (!nested.isEmpty()) {
            text.append(" with ").append(nested);
        }
        return text.toString();
    }
}
