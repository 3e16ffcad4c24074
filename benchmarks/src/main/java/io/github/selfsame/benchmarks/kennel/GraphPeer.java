package io.github.selfsame.benchmarks.kennel;

import io.github.selfsame.LazyLoading;
import io.github.selfsame.benchmarks.Database;
import io.github.selfsame.benchmarks.Peer;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.persistence.annotations.BatchFetchType;

/** Who loads the graph, and how. The first one is what the others are compared with. */
public enum GraphPeer implements Peer {
    JDBC_ARRAY(false, database -> new JdbcGraph(database, JdbcKeys.ARRAY)),
    JDBC_IN_1000(false, database -> new JdbcGraph(database, JdbcKeys.IN_LISTS)),
    HIBERNATE_LAZY(false, database -> new HibernateGraph(database, Map.of(), EclipseLinkGraph.ALL_DOGS)),
    HIBERNATE_BATCH_100(
            false, database -> new HibernateGraph(database, HibernateGraph.batches(100), EclipseLinkGraph.ALL_DOGS)),
    HIBERNATE_BATCH_1000(
            false, database -> new HibernateGraph(database, HibernateGraph.batches(1_000), EclipseLinkGraph.ALL_DOGS)),
    HIBERNATE_SUBSELECT(
            false,
            database -> new HibernateGraph(
                    database, HibernateGraph.subselectsAndBatches(1_000), EclipseLinkGraph.ALL_DOGS)),
    HIBERNATE_JOIN_FETCH(false, database -> new HibernateGraph(database, Map.of(), HibernateGraph.JOIN_FETCH)),
    HIBERNATE_ENTITY_GRAPH(false, HibernateGraph::byEntityGraph),
    ECLIPSELINK_LAZY(true, database -> new EclipseLinkGraph(database, EclipseLinkGraph.LAZY)),
    ECLIPSELINK_BATCH_IN(true, database -> new EclipseLinkGraph(database, EclipseLinkGraph.batch(BatchFetchType.IN))),
    ECLIPSELINK_BATCH_EXISTS(
            true, database -> new EclipseLinkGraph(database, EclipseLinkGraph.batch(BatchFetchType.EXISTS))),
    ECLIPSELINK_BATCH_JOIN(
            true, database -> new EclipseLinkGraph(database, EclipseLinkGraph.batch(BatchFetchType.JOIN))),
    ECLIPSELINK_JOIN_FETCH(true, database -> new EclipseLinkGraph(database, EclipseLinkGraph.JOIN_FETCH)),
    ECLIPSELINK_ENTITY_GRAPH(true, database -> new EclipseLinkGraph(database, EclipseLinkGraph.ENTITY_GRAPH)),
    SELFSAME_LAZY(true, database -> SelfsameGraph.lazy(database, LazyLoading.ONE)),
    SELFSAME_PEERS(true, database -> SelfsameGraph.lazy(database, LazyLoading.PEERS)),
    SELFSAME_PREFETCH(true, SelfsameGraph::prefetch);

    private final boolean woven;

    @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
    private final Function<Database, Work> opener;

    GraphPeer(boolean woven, Function<Database, Work> opener) {
        this.woven = woven;
        this.opener = opener;
    }

    @Override
    public boolean isWoven() {
        return woven;
    }

    Work open(Database database) {
        return opener.apply(database);
    }
}
