package io.github.selfsame.benchmarks.kennel;

import io.github.selfsame.benchmarks.Database;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;

/** The request by Hibernate. */
final class HibernateRequest extends RequestWork {

    private final EntityManagerFactory factory;
    private final int callsPerSession;

    HibernateRequest(Database database, Map<String, Object> settings, boolean oneSession) {
        this.factory = HibernateUnit.start(database, settings);
        this.callsPerSession = oneSession ? CALLS : 1;
    }

    @Override
    public long run() {
        long sum = 0;
        for (int begin = 0; begin < CALLS; begin += callsPerSession) {
            try (EntityManager manager = factory.createEntityManager()) {
                for (int call = 0; call < callsPerSession; call++) {
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
