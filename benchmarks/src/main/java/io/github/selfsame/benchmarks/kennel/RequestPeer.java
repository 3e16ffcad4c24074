package io.github.selfsame.benchmarks.kennel;

import io.github.selfsame.LazyLoading;
import io.github.selfsame.benchmarks.Database;
import io.github.selfsame.benchmarks.Peer;
import java.util.Map;
import java.util.function.Function;

/** Who serves the request, and how. The first one is what the others are compared with. */
public enum RequestPeer implements Peer {
    ECLIPSELINK_ONE_MANAGER(true, EclipseLinkRequest::oneManager),
    ECLIPSELINK_LAZY(true, EclipseLinkRequest::managerPerCall),
    SELFSAME(true, database -> SelfsameRequest.dogByDog(database, LazyLoading.ONE)),
    SELFSAME_PEERS(true, database -> SelfsameRequest.dogByDog(database, LazyLoading.PEERS)),
    SELFSAME_PEERS_FOUND_TOGETHER(true, SelfsameRequest::together),
    HIBERNATE_ONE_SESSION(false, database -> new HibernateRequest(database, Map.of(), true)),
    HIBERNATE_LAZY(false, database -> new HibernateRequest(database, Map.of(), false)),
    JDBC_DOG_BY_DOG(false, database -> new JdbcRequest(database, 1)),
    JDBC_BULK(false, database -> new JdbcRequest(database, RequestWork.DOGS));

    private final boolean woven;

    @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
    private final Function<Database, Work> opener;

    RequestPeer(boolean woven, Function<Database, Work> opener) {
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
