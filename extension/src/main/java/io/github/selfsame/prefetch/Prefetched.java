package io.github.selfsame.prefetch;

import java.util.List;
import java.util.Optional;

/**
 * What a prefetch has brought: the results of {@linkplain Prefetch#isSeparate() separate} prefetches for each owner, and
 * what it took (rules P6 and P14). Plain prefetches have filled the association itself and have no result here.
 *
 * <pre>{@code
 * Prefetched prefetched = prefetcher.prefetch(dogs, LAST_WALK, Prefetch.of(Dog_.toys).count());
 * for (Dog dog : dogs) {
 *     prefetched.single(dog, LAST_WALK).ifPresent(walk -> …);
 *     long toys = prefetched.count(dog, "toys");
 * }
 * }</pre>
 *
 * <p>Owners are looked up by identity: the very instances that were given, or that a path has led to. Immutable; the
 * entities in it are as the identity map has them. Safe for use by several threads.
 */
public interface Prefetched {

    /**
     * The targets of an owner.
     *
     * @param owner the entity that has the last attribute of the path
     * @param name the result's name
     * @param type the type of the targets
     * @param <T> the type of the targets
     * @return the targets in their order, none or more; unmodifiable
     * @throws PrefetchException if there is no such result, if it is a count, if the owner is none of
     *     it, or if a target is of another type
     */
    <T> List<T> list(Object owner, String name, Class<T> type);

    /**
     * The targets of an owner.
     *
     * @param owner the entity that has the last attribute of the path
     * @param prefetch the prefetch as it was given
     * @param <T> the type of the targets
     * @return the targets in their order, none or more; unmodifiable
     * @throws PrefetchException if there is no such result, if it is a count, or if the owner is none of it
     */
    <T> List<T> list(Object owner, Prefetch<?, T> prefetch);

    /**
     * The only target of an owner: of a reference, or of a collection limited to one.
     *
     * @param owner the entity that has the last attribute of the path
     * @param name the result's name
     * @param type the type of the target
     * @param <T> the type of the target
     * @return the target, empty if there is none
     * @throws PrefetchException if there is no such result, if it is a count or may be several targets, if the owner is
     *     none of it, or if the target is of another type
     */
    <T> Optional<T> single(Object owner, String name, Class<T> type);

    /**
     * The only target of an owner: of a reference, or of a collection limited to one.
     *
     * @param owner the entity that has the last attribute of the path
     * @param prefetch the prefetch as it was given
     * @param <T> the type of the target
     * @return the target, empty if there is none
     * @throws PrefetchException if there is no such result, if it is a count or may be several targets, or if the owner
     *     is none of it
     */
    <T> Optional<T> single(Object owner, Prefetch<?, T> prefetch);

    /**
     * How many targets an owner has.
     *
     * @param owner the entity that has the last attribute of the path
     * @param name the result's name
     * @return the number
     * @throws PrefetchException if there is no such result, if it is no count, or if the owner is none of it
     */
    long count(Object owner, String name);

    /**
     * How many targets an owner has.
     *
     * @param owner the entity that has the last attribute of the path
     * @param prefetch the prefetch as it was given
     * @return the number
     * @throws PrefetchException if there is no such result, if it is no count, or if the owner is none of it
     */
    long count(Object owner, Prefetch<?, ?> prefetch);

    /**
     * What it took.
     *
     * @return the steps with their statements, rows and instances
     */
    PrefetchOutcome outcome();
}
