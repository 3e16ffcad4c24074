package io.github.selfsame.benchmarks.kennel;

import io.github.selfsame.benchmarks.Database;
import io.github.selfsame.benchmarks.EclipseLinkUnits;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

/** The request by plain EclipseLink. */
final class EclipseLinkRequest extends RequestWork {

    private final EntityManagerFactory factory;
    private final int callsPerManager;

    private EclipseLinkRequest(Database database, int callsPerManager) {
        this.factory = EclipseLinkUnits.plain("kennel", database);
        this.callsPerManager = callsPerManager;
    }

    static Work managerPerCall(Database database) {
        return new EclipseLinkRequest(database, 1);
    }

    /** What a program does that hands one EntityManager to all services, with all that this means. */
    static Work oneManager(Database database) {
        return new EclipseLinkRequest(database, CALLS);
    }

    @Override
    public long run() {
        long sum = 0;
        for (int begin = 0; begin < CALLS; begin += callsPerManager) {
            try (EntityManager manager = factory.createEntityManager()) {
                for (int call = 0; call < callsPerManager; call++) {
                    sum += call(manager);
                }
            }
        }
        return sum;
    }

    @Override
    public void close() {
        factory.close();
    }
}
