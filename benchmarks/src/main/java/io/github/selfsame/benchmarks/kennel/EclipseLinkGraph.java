package io.github.selfsame.benchmarks.kennel;

import io.github.selfsame.benchmarks.Database;
import io.github.selfsame.benchmarks.EclipseLinkUnits;
import io.github.selfsame.benchmarks.kennel.model.Dog;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.TypedQuery;
import org.eclipse.persistence.annotations.BatchFetchType;
import org.eclipse.persistence.config.QueryHints;

/** The graph by plain EclipseLink, with one of its own ways to load associations. */
final class EclipseLinkGraph implements Work {

    static final String LOAD_GRAPH = "jakarta.persistence.loadgraph";
    static final String ALL_DOGS = "select d from Dog d order by d.id";

    private static final String[] PATHS = {"d.owner", "d.favoriteToy", "d.favoriteToy.maker", "d.toys", "d.toys.maker"};
    private static final int BATCH_SIZE = 1_000;

    private final EntityManagerFactory factory;
    private final Way way;

    EclipseLinkGraph(Database database, Way way) {
        this.factory = EclipseLinkUnits.plain("kennel", database);
        this.way = way;
    }

    /** How the query is told what to load. */
    interface Way {

        void prepare(TypedQuery<Dog> query, EntityManager manager);
    }

    static final Way LAZY = (query, manager) -> {};

    static final Way ENTITY_GRAPH = (query, manager) -> query.setHint(LOAD_GRAPH, wholeGraph(manager));

    static final Way JOIN_FETCH = (query, manager) -> {
        for (String path : PATHS) {
            query.setHint(QueryHints.LEFT_FETCH, path);
        }
    };

    /** Dogs with all their associations, and those of their toys. */
    static EntityGraph<Dog> wholeGraph(EntityManager manager) {
        EntityGraph<Dog> graph = manager.createEntityGraph(Dog.class);
        graph.addAttributeNodes("owner");
        graph.addSubgraph("favoriteToy").addAttributeNodes("maker");
        graph.addSubgraph("toys").addAttributeNodes("maker");
        return graph;
    }

    static Way batch(BatchFetchType type) {
        return (query, manager) -> {
            query.setHint(QueryHints.BATCH_TYPE, type);
            query.setHint(QueryHints.BATCH_SIZE, BATCH_SIZE);
            for (String path : PATHS) {
                query.setHint(QueryHints.BATCH, path);
            }
        };
    }

    @Override
    public long run() {
        try (EntityManager manager = factory.createEntityManager()) {
            TypedQuery<Dog> query = manager.createQuery(ALL_DOGS, Dog.class);
            way.prepare(query, manager);
            return Walk.graph(query.getResultList());
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
