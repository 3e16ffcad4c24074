package io.github.selfsame.benchmarks.kennel;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.benchmarks.Database;
import io.github.selfsame.benchmarks.EclipseLinkUnits;
import io.github.selfsame.benchmarks.IdentityMapContainer;
import io.github.selfsame.benchmarks.kennel.model.Dog;
import io.github.selfsame.query.EntityFinder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.ToLongFunction;

/** The request by EclipseLink, an EntityManager for each call, all within one identity map. */
final class SelfsameRequest extends RequestWork {

    private final IdentityMapContainer container = new IdentityMapContainer();
    private final IdentityMaps maps = container.maps();
    private final EntityManagerFactory factory;
    private final IdentityMapOptions options;
    private final ToLongFunction<EntityManager> call;

    private SelfsameRequest(Database database, LazyLoading lazyLoading, boolean findsTogether) {
        this.factory = EclipseLinkUnits.withIdentityMap("kennel", database);
        this.options = IdentityMapOptions.DEFAULTS.with(lazyLoading);
        this.call = findsTogether ? findingTogether(container.entityFinder()) : RequestWork::call;
    }

    /** Each call finds one dog after the other, as without the map. */
    static Work dogByDog(Database database, LazyLoading lazyLoading) {
        return new SelfsameRequest(database, lazyLoading, false);
    }

    /** Each call finds its dogs together; the rest comes by plain lazy code, for all of them at once. */
    static Work together(Database database) {
        return new SelfsameRequest(database, LazyLoading.PEERS, true);
    }

    private static ToLongFunction<EntityManager> findingTogether(EntityFinder finder) {
        return manager -> finder.getMultiple(manager, Dog.class, IDS).stream()
                .mapToLong(Walk::card)
                .sum();
    }

    @Override
    public long run() {
        long sum = 0;
        try (IdentityMapActivation activation = maps.open(options)) {
            for (int number = 0; number < CALLS; number++) {
                try (EntityManager manager = factory.createEntityManager()) {
                    sum += call.applyAsLong(manager);
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
