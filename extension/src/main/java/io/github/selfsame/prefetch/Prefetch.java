package io.github.selfsame.prefetch;

import static io.github.selfsame.prefetch.PrefetchDefinitionMessages.MESSAGES;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.PluralAttribute;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What to prefetch: a path of associations, and what of its targets (rules P4, P6 and P12).
 *
 * <pre>{@code
 * Prefetch.of(Dog_.toys).then(Toy_.maker)
 *
 * Prefetch<Dog, Walk> lastWalk = Prefetch.of(Dog_.walks)
 *         .orderBy((builder, walk) -> builder.desc(walk.get(Walk_.day)))
 *         .limit(1)
 *         .as("lastWalk")
 *         .with(Prefetch.of(Walk_.walker));
 * }</pre>
 *
 * <p>A <em>plain</em> prefetch, a path and nothing else, loads the association itself. One with a condition, an order, a
 * limit, a count or a name is <em>separate</em>: it gives a result for each owner, to be had from {@link Prefetched}, and
 * leaves the mapped association as it is. The owner is the entity that has the last attribute of the path; what is said
 * about the targets counts for that attribute.
 *
 * <p>An immutable value, to be kept in a constant, shared by threads and nested in others. Two are equal if they say the
 * same; conditions and orders are compared with {@code equals}, and a lambda is equal to itself only.
 *
 * @param <R> the type of the entities that the path starts from
 * @param <T> the type of the targets
 */
public final class Prefetch<R, T> {

    private final PrefetchDefinition<T> definition;

    private Prefetch(PrefetchDefinition<T> definition) {
        this.definition = definition;
    }

    /**
     * A condition on the targets, in the words of the Criteria API.
     *
     * @param <T> the type of the targets
     */
    @FunctionalInterface
    public interface Condition<T> {

        /**
         * Makes the condition; called once for each run.
         *
         * @param builder makes predicates
         * @param target the targets
         * @return what must be true of a target
         */
        Predicate of(CriteriaBuilder builder, From<?, T> target);
    }

    /**
     * An order of the targets, in the words of the Criteria API.
     *
     * @param <T> the type of the targets
     */
    @FunctionalInterface
    public interface Ordering<T> {

        /**
         * Makes the order; called once for each run.
         *
         * @param builder makes orders
         * @param target the targets
         * @return what to sort the targets of each owner by
         */
        Order of(CriteriaBuilder builder, From<?, T> target);
    }

    /**
     * A path by names.
     *
     * @param path attribute names separated by dots, such as {@code "toys.maker"}
     * @return a plain prefetch
     * @throws PrefetchException if the path is malformed
     */
    public static Prefetch<Object, Object> of(String path) {
        return new Prefetch<>(PrefetchDefinition.of(path));
    }

    /**
     * A path that starts with a reference or an embeddable.
     *
     * @param attribute an attribute of the static metamodel
     * @param <R> the type of the entities that have it
     * @param <T> the type that it refers to
     * @return a plain prefetch
     * @throws PrefetchException if the attribute is {@code null}: no factory has filled the static metamodel yet
     */
    public static <R, T> Prefetch<R, T> of(SingularAttribute<? super R, T> attribute) {
        return new Prefetch<>(PrefetchDefinition.of(declaringType(attribute), List.of(attribute.getName())));
    }

    /**
     * A path that starts with a collection or map.
     *
     * @param attribute an attribute of the static metamodel
     * @param <R> the type of the entities that have it
     * @param <T> the type of its elements
     * @return a plain prefetch
     * @throws PrefetchException if the attribute is {@code null}: no factory has filled the static metamodel yet
     */
    public static <R, T> Prefetch<R, T> of(PluralAttribute<? super R, ?, T> attribute) {
        return new Prefetch<>(PrefetchDefinition.of(declaringType(attribute), List.of(attribute.getName())));
    }

    /**
     * The path that goes on by a reference or an embeddable.
     *
     * @param attribute an attribute of the static metamodel
     * @param <N> the type that it refers to
     * @return another prefetch
     * @throws PrefetchException if this prefetch is not plain, or if the attribute is {@code null}
     */
    public <N> Prefetch<R, N> then(SingularAttribute<? super T, N> attribute) {
        declaringType(attribute);
        return new Prefetch<>(definition.then(List.of(attribute.getName())));
    }

    /**
     * The path that goes on by a collection or map.
     *
     * @param attribute an attribute of the static metamodel
     * @param <N> the type of its elements
     * @return another prefetch
     * @throws PrefetchException if this prefetch is not plain, or if the attribute is {@code null}
     */
    public <N> Prefetch<R, N> then(PluralAttribute<? super T, ?, N> attribute) {
        declaringType(attribute);
        return new Prefetch<>(definition.then(List.of(attribute.getName())));
    }

    /**
     * The path that goes on by names.
     *
     * @param path attribute names separated by dots
     * @return another prefetch
     * @throws PrefetchException if this prefetch is not plain, or if the path is malformed
     */
    public Prefetch<R, Object> then(String path) {
        return new Prefetch<>(definition.then(PrefetchDefinition.attributes(path)));
    }

    /**
     * Only the targets that fulfil a condition. An owner without any has an empty result.
     *
     * @param condition the condition
     * @return another prefetch, a separate one
     * @throws PrefetchException if this prefetch has a condition already
     */
    public Prefetch<R, T> where(Condition<T> condition) {
        return new Prefetch<>(definition.where(condition));
    }

    /**
     * The targets of each owner in an order of their own, in place of the mapped one.
     *
     * @param orderings what to sort by, most important first
     * @return another prefetch, a separate one
     * @throws PrefetchException if there is nothing to sort by, if this prefetch has an order already, or if it counts
     */
    @SafeVarargs
    public final Prefetch<R, T> orderBy(Ordering<T>... orderings) {
        List<Ordering<T>> all = new ArrayList<>(orderings.length);
        for (Ordering<T> ordering : orderings) {
            all.add(ordering);
        }
        return new Prefetch<>(definition.sortedBy(List.copyOf(all)));
    }

    /**
     * At most so many targets <em>of each owner</em>: the first ones in the order of this prefetch, else in the mapped
     * order, else in the order of their primary keys. The database leaves the others out.
     *
     * @param perOwner how many, at least one
     * @return another prefetch, a separate one
     * @throws PrefetchException if the limit is less than one, if this prefetch has a limit already, or if it counts
     */
    public Prefetch<R, T> limit(int perOwner) {
        return new Prefetch<>(definition.limitedTo(perOwner));
    }

    /**
     * Only how many targets each owner has; none is loaded.
     *
     * @return another prefetch, a separate one
     * @throws PrefetchException if this prefetch has an order, a limit or nested prefetches
     */
    public Prefetch<R, T> count() {
        return new Prefetch<>(definition.counted());
    }

    /**
     * Gives the result a name. Without one, a separate result goes by its path.
     *
     * @param name the name, unique within a call unless the definitions are equal
     * @return another prefetch, a separate one
     * @throws PrefetchException if the name is blank
     */
    public Prefetch<R, T> as(String name) {
        return new Prefetch<>(definition.named(name));
    }

    /**
     * What to prefetch for the targets in turn, besides what was said before.
     *
     * @param nested prefetches that start from the targets
     * @return another prefetch, as separate as this one
     * @throws PrefetchException if this prefetch only counts
     */
    @SafeVarargs
    public final Prefetch<R, T> with(Prefetch<? super T, ?>... nested) {
        List<Prefetch<?, ?>> all = new ArrayList<>(nested.length);
        for (Prefetch<? super T, ?> each : nested) {
            all.add(each);
        }
        return new Prefetch<>(definition.with(all));
    }

    /**
     * What to load for the targets in turn, besides what was said before.
     *
     * @param paths paths that start from the targets
     * @return another prefetch, as separate as this one
     * @throws PrefetchException if this prefetch only counts, or if a path is malformed
     */
    public Prefetch<R, T> with(String... paths) {
        List<Prefetch<?, ?>> nested = new ArrayList<>(paths.length);
        for (String path : paths) {
            nested.add(of(path));
        }
        return new Prefetch<>(definition.with(nested));
    }

    /**
     * The entity type (or mapped superclass, or embeddable) whose attribute the path starts with.
     *
     * @return the type, or {@code null} if the path was given by names
     */
    public @Nullable Class<?> rootType() {
        return definition.rootType();
    }

    /**
     * The attributes of the path.
     *
     * @return one name or more
     */
    public List<String> path() {
        return definition.path();
    }

    /**
     * What must be true of a target.
     *
     * @return the condition, or {@code null} if there is none
     */
    public @Nullable Condition<T> condition() {
        return definition.condition();
    }

    /**
     * What the targets of each owner are sorted by.
     *
     * @return the orderings, none for the mapped order
     */
    public List<Ordering<T>> orderings() {
        return definition.orderings();
    }

    /**
     * How many targets of each owner there are to be at most.
     *
     * @return the limit, if there is one
     */
    public OptionalInt limit() {
        return definition.limit() == PrefetchDefinition.NO_LIMIT
                ? OptionalInt.empty()
                : OptionalInt.of(definition.limit());
    }

    /**
     * Whether the targets are only counted.
     *
     * @return whether the result is a number
     */
    public boolean isCount() {
        return definition.isCount();
    }

    /**
     * Whether this gives a result of its own for each owner and leaves the mapped association as it is.
     *
     * @return whether there is a condition, an order, a limit, a count or a name
     */
    public boolean isSeparate() {
        return definition.isSeparate();
    }

    /**
     * What the result of a separate prefetch is asked for by.
     *
     * @return the name given, else the path
     */
    public String name() {
        return definition.name() == null ? definition.pathAsText() : definition.name();
    }

    /**
     * What to prefetch for the targets in turn.
     *
     * @return prefetches that start from the targets
     */
    public List<Prefetch<?, ?>> nested() {
        return definition.nested();
    }

    private static Class<?> declaringType(@Nullable Attribute<?, ?> attribute) {
        if (attribute == null) {
            throw MESSAGES.noAttribute();
        }
        return attribute.getDeclaringType().getJavaType();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Prefetch<?, ?> prefetch && definition.equals(prefetch.definition);
    }

    @Override
    public int hashCode() {
        return definition.hashCode();
    }

    /** The path and what is said about it, for people. */
    @Override
    public String toString() {
        return definition.toString();
    }
}
