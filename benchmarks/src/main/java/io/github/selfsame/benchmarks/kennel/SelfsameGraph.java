package io.github.selfsame.benchmarks.kennel;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.benchmarks.Database;
import io.github.selfsame.benchmarks.EclipseLinkUnits;
import io.github.selfsame.benchmarks.IdentityMapContainer;
import io.github.selfsame.benchmarks.kennel.model.Dog;
import io.github.selfsame.prefetch.Prefetcher;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;

/** The graph by EclipseLink with the identity map. */
final class SelfsameGraph implements Work {

    private final IdentityMapContainer container = new IdentityMapContainer();
    private final IdentityMaps maps = container.maps();
    private final Prefetcher prefetcher = container.prefetcher();
    private final EntityManagerFactory factory;
    private final IdentityMapOptions options;
    private final String[] paths;

    private SelfsameGraph(Database database, LazyLoading lazyLoading, String... paths) {
        this.factory = EclipseLinkUnits.withIdentityMap("kennel", database);
        this.options = IdentityMapOptions.DEFAULTS.with(lazyLoading);
        this.paths = paths;
    }

    /** By lazy loading alone. */
    static Work lazy(Database database, LazyLoading lazyLoading) {
        return new SelfsameGraph(database, lazyLoading);
    }

    static Work prefetch(Database database) {
        return new SelfsameGraph(database, LazyLoading.ONE, "toys.maker", "favoriteToy.maker", "owner");
    }

    @Override
    public long run() {
        try (IdentityMapActivation activation = maps.open(options);
                EntityManager manager = factory.createEntityManager()) {
            List<Dog> dogs =
                    manager.createQuery(EclipseLinkGraph.ALL_DOGS, Dog.class).getResultList();
            if (paths.length > 0) {
                prefetcher.prefetch(dogs, paths);
            }
            return Walk.graph(dogs);
        }
    }

    @Override
    public void close() {
        factory.close();
        container.close();
    }
}
