package io.github.selfsame.benchmarks;

import io.github.selfsame.IdentityMaps;
import io.github.selfsame.prefetch.Prefetcher;
import io.github.selfsame.query.EntityFinder;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;

/** A CDI container with nothing in it but what the library itself brings. */
public final class IdentityMapContainer implements AutoCloseable {

    private final SeContainer container = SeContainerInitializer.newInstance().initialize();

    /**
     * What an application gets by {@code @Inject}.
     *
     * @return the maps
     */
    public IdentityMaps maps() {
        return container.select(IdentityMaps.class).get();
    }

    /**
     * What an application gets by {@code @Inject}.
     *
     * @return the prefetcher
     */
    public Prefetcher prefetcher() {
        return container.select(Prefetcher.class).get();
    }

    /**
     * What an application gets by {@code @Inject}.
     *
     * @return the finder
     */
    public EntityFinder entityFinder() {
        return container.select(EntityFinder.class).get();
    }

    @Override
    public void close() {
        container.close();
    }
}
