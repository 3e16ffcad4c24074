package io.github.selfsame.benchmarks.kennel;

import io.github.selfsame.benchmarks.Database;
import io.github.selfsame.benchmarks.kennel.model.Dog;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.TypedQuery;
import java.util.Map;
import org.hibernate.cfg.FetchSettings;

/** The graph by Hibernate, with one of its own ways to load associations. */
final class HibernateGraph implements Work {

    static final String JOIN_FETCH = "select distinct d from Dog d join fetch d.owner left join fetch d.favoriteToy f"
            + " left join fetch f.maker left join fetch d.toys t left join fetch t.maker order by d.id";

    private final EntityManagerFactory factory;
    private final String query;
    private final boolean usesEntityGraph;

    HibernateGraph(Database database, Map<String, Object> settings, String query) {
        this(database, settings, query, false);
    }

    private HibernateGraph(Database database, Map<String, Object> settings, String query, boolean usesEntityGraph) {
        this.factory = HibernateUnit.start(database, settings);
        this.query = query;
        this.usesEntityGraph = usesEntityGraph;
    }

    static Work byEntityGraph(Database database) {
        return new HibernateGraph(database, Map.of(), EclipseLinkGraph.ALL_DOGS, true);
    }

    static Map<String, Object> batches(int size) {
        return Map.of(FetchSettings.DEFAULT_BATCH_FETCH_SIZE, size);
    }

    static Map<String, Object> subselectsAndBatches(int size) {
        return Map.of(FetchSettings.USE_SUBSELECT_FETCH, true, FetchSettings.DEFAULT_BATCH_FETCH_SIZE, size);
    }

    @Override
    public long run() {
        try (EntityManager manager = factory.createEntityManager()) {
            TypedQuery<Dog> dogs = manager.createQuery(query, Dog.class);
            if (usesEntityGraph) {
                dogs.setHint(EclipseLinkGraph.LOAD_GRAPH, EclipseLinkGraph.wholeGraph(manager));
            }
            return Walk.graph(dogs.getResultList());
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
