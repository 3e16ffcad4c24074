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
    private final List<String> paths = new ArrayList<>();

    PrefetchRequest(Prefetcher prefetcher, List<E> entities) {
        this.prefetcher = prefetcher;
        this.entities = entities;
    }

    /**
     * Adds paths. Nothing is loaded yet.
     *
     * @param more attribute names separated by dots, each starting at the type of the entities
     * @return this request
     */
    public PrefetchRequest<E> fetch(String... more) {
        Collections.addAll(paths, more);
        return this;
    }

    /**
     * Loads the associations along all paths together, as {@link Prefetcher#prefetch} does.
     *
     * @return the list that the request was begun on
     * @throws PrefetchException as {@link Prefetcher#prefetch} does
     * @throws jakarta.enterprise.context.ContextNotActiveException if no map is current
     */
    public List<E> list() {
        prefetcher.prefetch(entities, paths.toArray(new String[0]));
        return entities;
    }
}
