package io.github.selfsame.benchmarks;

import io.github.selfsame.IdentityMaps;
import io.github.selfsame.prefetch.Prefetcher;
import io.github.selfsame.query.EntityFinder;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;

/** A CDI container with nothing in it but what the library itself brings. */
public final class IdentityMapContainer implements AutoCloseable {

    private static final String MAP_FOR_EVERY = "selfsame.map-for-every";

    private final SeContainer container;

    /** Starts it; a map is current where it is opened. */
    public IdentityMapContainer() {
        container = SeContainerInitializer.newInstance().initialize();
    }

    /** Starts it. */
    private IdentityMapContainer(String mapForEvery) {
        String before = System.setProperty(MAP_FOR_EVERY, mapForEvery);
        try {
            container = SeContainerInitializer.newInstance().initialize();
        } finally {
            if (before == null) {
                System.clearProperty(MAP_FOR_EVERY);
            } else {
                System.setProperty(MAP_FOR_EVERY, before);
            }
        }
    }

    /**
     * Starts one where each request has a map, and begins a request on this thread.
     *
     * @return the container
     */
    public static IdentityMapContainer inRequest() {
        IdentityMapContainer container = new IdentityMapContainer("request");
        container.container.select(RequestContextController.class).get().activate();
        return container;
    }

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
