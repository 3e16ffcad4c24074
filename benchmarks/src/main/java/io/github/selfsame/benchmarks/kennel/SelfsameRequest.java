package io.github.selfsame.benchmarks.kennel;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.benchmarks.Database;
import io.github.selfsame.benchmarks.EclipseLinkUnits;
import io.github.selfsame.benchmarks.IdentityMapContainer;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

/** The request by EclipseLink, an EntityManager for each call, all within one identity map. */
final class SelfsameRequest extends RequestWork {

    private final IdentityMapContainer container = new IdentityMapContainer();
    private final IdentityMaps maps = container.maps();
    private final EntityManagerFactory factory;
    private final IdentityMapOptions options;

    SelfsameRequest(Database database, LazyLoading lazyLoading) {
        this.factory = EclipseLinkUnits.withIdentityMap("kennel", database);
        this.options = IdentityMapOptions.DEFAULTS.with(lazyLoading);
    }

    @Override
    public long run() {
        long sum = 0;
        try (IdentityMapActivation activation = maps.open(options)) {
            for (int call = 0; call < CALLS; call++) {
                try (EntityManager manager = factory.createEntityManager()) {
                    sum += call(manager);
                }
            }
        }
        return sum;
    }

    @Override
    public void close() {
        factory.close();
        container.close();
    }
}
