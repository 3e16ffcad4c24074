package io.github.selfsame.prefetch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is to be prefetched for a list of entities, said step by step (rule P12); begun by {@link Prefetcher#on}. For use by
 * one thread.
 *
 * @param <E> the type of the entities
 */
public final class PrefetchRequest<E> {

    private final Prefetcher prefetcher;
    private final List<E> entities;
    private final List<Prefetch<?, ?>> prefetches = new ArrayList<>();

    PrefetchRequest(Prefetcher prefetcher, List<E> entities) {
        this.prefetcher = prefetcher;
        this.entities = entities;
    }

    /**
     * Adds paths. Nothing is loaded yet.
     *
     * @param more attribute names separated by dots, each starting at the type of the entities
     * @return this request
     * @throws PrefetchException if a path is malformed
     */
    public PrefetchRequest<E> fetch(String... more) {
        for (String path : more) {
            prefetches.add(Prefetch.of(path));
        }
        return this;
    }

    /**
     * Adds prefetches. Nothing is loaded yet.
     *
     * @param first what to prefetch
     * @param more what else to prefetch
     * @return this request
     */
    public PrefetchRequest<E> fetch(Prefetch<?, ?> first, Prefetch<?, ?>... more) {
        prefetches.add(first);
        Collections.addAll(prefetches, more);
        return this;
    }

    /**
     * Loads what was asked for together, as {@link Prefetcher#prefetch} does.
     *
     * @return the list that the request was begun on
     * @throws PrefetchException as {@link Prefetcher#prefetch} does
     * @throws jakarta.enterprise.context.ContextNotActiveException if no map is current
     */
    public List<E> list() {
        run();
        return entities;
    }

    /**
     * Loads what was asked for together, as {@link Prefetcher#prefetch} does.
     *
     * @return the separate results, and what it has taken
     * @throws PrefetchException as {@link Prefetcher#prefetch} does
     * @throws jakarta.enterprise.context.ContextNotActiveException if no map is current
     */
    public Prefetched run() {
        return prefetches.isEmpty()
                ? prefetcher.prefetch(entities, new String[0])
                : prefetcher.prefetch(
                        entities,
                        prefetches.get(0),
                        prefetches.subList(1, prefetches.size()).toArray(Prefetch<?, ?>[]::new));
    }
}
