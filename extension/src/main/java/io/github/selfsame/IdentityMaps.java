package io.github.selfsame;

import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Starts, resumes and bypasses identity maps in programs (rule S5). Injectable: {@code @Inject IdentityMaps}.
 *
 * <p>What is begun on a thread counts for that thread until its {@link IdentityMapActivation} is closed, and nesting
 * restores what was before. Close activations on the thread that began them, in reverse order; the form for that is
 * try-with-resources:
 *
 * <pre>{@code
 * try (IdentityMapActivation activation = identityMaps.open()) {
 *     List<Dog> dogs = kennel.dogs();
 *     prefetcher.prefetch(dogs, "toys.maker", "favoriteToy");
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public interface IdentityMaps {

    /**
     * Opens a new map and makes it current on this thread. The map ends when the activation is closed.
     *
     * @return the activation to close
     */
    default IdentityMapActivation open() {
        return open(IdentityMapOptions.DEFAULTS);
    }

    /**
     * Opens a new map that behaves as given and makes it current on this thread. The map ends when the activation is
     * closed.
     *
     * @param options how the map behaves where there is a choice
     * @return the activation to close
     */
    IdentityMapActivation open(IdentityMapOptions options);

    /**
     * Makes the map of a scope current on this thread until the activation is closed; the map itself lives on until the
     * scope ends (rule S1). The scope's map is created at the first use. Several threads may have it current at once
     * (rule R17).
     *
     * @param lifetime a normal scope by its annotation, such as {@code RequestScoped.class}; with
     *     {@link UseIdentityMap.Invocation} the same as {@link #open()}, with {@link UseIdentityMap.ByDefault} what the
     *     setting {@code selfsame.default-lifetime} names
     * @return the activation to close
     * @throws jakarta.enterprise.context.ContextNotActiveException if the scope is not active
     * @throws IdentityMapUsageException if the annotation is no normal scope, or one of which the application has no
     *     bean
     */
    default IdentityMapActivation open(Class<? extends Annotation> lifetime) {
        return open(lifetime, IdentityMapOptions.DEFAULTS);
    }

    /**
     * Makes the map of a scope current, as {@link #open(Class)} does, and says how it behaves if this is its first use.
     * A map that exists already is taken as it is; that something else was asked for is logged, once for each
     * combination.
     *
     * @param lifetime as for {@link #open(Class)}
     * @param options how the map behaves where there is a choice; what is left at {@code DEFAULT} is what elements with
     *     {@link UseIdentityMap} say about maps of that scope
     * @return the activation to close
     * @throws jakarta.enterprise.context.ContextNotActiveException if the scope is not active
     * @throws IdentityMapUsageException as for {@link #open(Class)}
     */
    IdentityMapActivation open(Class<? extends Annotation> lifetime, IdentityMapOptions options);

    /**
     * Creates a map without making it current. It belongs to the caller, who {@linkplain #resume(IdentityMap) resumes}
     * it as often as needed, on any thread, and {@linkplain IdentityMap#close() closes} it at the end (rule S6).
     *
     * @return a new, empty map
     */
    default IdentityMap create() {
        return create(IdentityMapOptions.DEFAULTS);
    }

    /**
     * Creates a map that behaves as given without making it current; see {@link #create()}.
     *
     * @param options how the map behaves where there is a choice
     * @return a new, empty map
     */
    IdentityMap create(IdentityMapOptions options);

    /**
     * Makes an earlier map current on this thread until the activation is closed; the map goes on to live then. What
     * it holds needs no SQL again (rule S6).
     *
     * @param map a map of {@link #create()} or of a scope, or the current one
     * @return the activation to close
     * @throws IdentityMapClosedException if the map has ended
     * @throws IdentityMapUsageException if the map is not one of this library, or is current on another thread and not
     *     the map of a scope
     */
    IdentityMapActivation resume(IdentityMap map);

    /**
     * Lets lazy associations load in another way on this thread until the activation is closed (rule P13): what is touched
     * within the current map, whatever that is set to. With {@link LazyLoading#PEERS} the entities that are read meanwhile
     * are peers. {@link LazyLoading#DEFAULT} restores what the map is set to.
     *
     * <pre>{@code
     * try (IdentityMapActivation activation = identityMaps.withLazyLoading(LazyLoading.RAISE)) {
     *     render(dogs);
     * }
     * }</pre>
     *
     * @param lazyLoading the way
     * @return the activation to close
     * @throws IdentityMapUsageException if no map is current
     */
    IdentityMapActivation withLazyLoading(LazyLoading lazyLoading);

    /**
     * Makes this thread work without a map until the activation is closed (rule R18).
     *
     * @return the activation to close
     */
    IdentityMapActivation bypass();

    /**
     * Runs a task within a map, as a {@link UseIdentityMap} method does: a map that is opened for the task ends with it,
     * also when the task throws, unless the setting {@code selfsame.default-lifetime} names a scope. Activations that the
     * task has begun and left open are closed then, with a warning in the log, so that the thread is left as it was found.
     *
     * @param <T> the type of the result
     * @param nesting what to do if a map is already current
     * @param task what to run, on the calling thread
     * @return what the task returns
     * @throws Exception what the task throws
     */
    <T extends @Nullable Object> T call(UseIdentityMap.Nesting nesting, Callable<T> task) throws Exception;

    /**
     * Runs a task within the map of a scope, as a {@link UseIdentityMap} method with that lifetime does (rule S1).
     * Activations that the task has begun and left open are closed at its end, with a warning in the log.
     *
     * @param <T> the type of the result
     * @param lifetime as for {@link #open(Class)}
     * @param nesting what to do if a map is already current
     * @param task what to run, on the calling thread
     * @return what the task returns
     * @throws jakarta.enterprise.context.ContextNotActiveException if the scope is needed and not active
     * @throws Exception what the task throws
     */
    default <T extends @Nullable Object> T call(
            Class<? extends Annotation> lifetime, UseIdentityMap.Nesting nesting, Callable<T> task) throws Exception {
        return call(lifetime, nesting, IdentityMapOptions.DEFAULTS, task);
    }

    /**
     * Runs a task within a map, as a {@link UseIdentityMap} method with that lifetime and those options does. A map that
     * is joined is taken as it is.
     *
     * @param <T> the type of the result
     * @param lifetime as for {@link #open(Class)}
     * @param nesting what to do if a map is already current
     * @param options how a map behaves that is opened for the task; as for {@link #open(Class, IdentityMapOptions)} if it is
     *     that of a scope
     * @param task what to run, on the calling thread
     * @return what the task returns
     * @throws jakarta.enterprise.context.ContextNotActiveException if the scope is needed and not active
     * @throws Exception what the task throws
     */
    <T extends @Nullable Object> T call(
            Class<? extends Annotation> lifetime,
            UseIdentityMap.Nesting nesting,
            IdentityMapOptions options,
            Callable<T> task)
            throws Exception;

    /**
     * Runs a task within an earlier map, which lives on afterwards (rule S6). Activations that the task has begun and
     * left open are closed at its end, with a warning in the log.
     *
     * @param <T> the type of the result
     * @param map as for {@link #resume(IdentityMap)}
     * @param task what to run, on the calling thread
     * @return what the task returns
     * @throws IdentityMapClosedException if the map has ended
     * @throws IdentityMapUsageException as for {@link #resume(IdentityMap)}
     * @throws Exception what the task throws
     */
    <T extends @Nullable Object> T resume(IdentityMap map, Callable<T> task) throws Exception;

    /**
     * Runs a task in which lazy associations load in another way; see {@link #withLazyLoading(LazyLoading)}. Activations
     * that the task has begun and left open are closed at its end, with a warning in the log.
     *
     * @param <T> the type of the result
     * @param lazyLoading the way
     * @param task what to run, on the calling thread
     * @return what the task returns
     * @throws IdentityMapUsageException if no map is current
     * @throws Exception what the task throws
     */
    <T extends @Nullable Object> T withLazyLoading(LazyLoading lazyLoading, Callable<T> task) throws Exception;

    /**
     * Runs a task without a map, as a {@link BypassIdentityMap} method does (rule R18). Activations that the task has
     * begun and left open are closed at its end, with a warning in the log.
     *
     * @param <T> the type of the result
     * @param task what to run, on the calling thread
     * @return what the task returns
     * @throws Exception what the task throws
     */
    <T extends @Nullable Object> T bypass(Callable<T> task) throws Exception;

    /**
     * The map that is current on this thread.
     *
     * @return the map itself, not a proxy; empty if there is none or if it is bypassed
     */
    Optional<IdentityMap> current();

    /**
     * What has happened in all maps of the application together, those that have ended included (rules O1 and O3). JMX shows
     * the same, see {@link IdentityMapsMXBean}.
     *
     * @return a snapshot
     */
    IdentityMapStatistics statistics();

    /**
     * The lifetime of the maps of {@link UseIdentityMap} where it does not name one itself.
     *
     * @return the annotation of a scope, or {@link UseIdentityMap.Invocation}
     */
    Class<? extends Annotation> defaultLifetime();
}
