package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Partitions;
import io.github.selfsame.eclipselink.internal.access.RowConditions;
import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.IdentityMapRuntimes;
import io.github.selfsame.spi.MapEvent;
import java.io.Serial;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.Call;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEventManager;

/**
 * Tells the library, and then the listeners of others, what happens in a session, in the clients' sessions and in the units of
 * work. A listener of ours would do, too; but for a listener EclipseLink makes an object of each query, call, connection,
 * transaction and session, and that was the better part of what the library cost where no map is used (rule R18).
 */
final class SessionHooks extends SessionEventManager {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient SessionInstallation installation;
    private final transient QueryHook queryHook;

    private SessionHooks(SessionInstallation installation, QueryHook queryHook) {
        this.installation = installation;
        this.queryHook = queryHook;
    }

    /** Puts the hooks in the place of what tells a session's listeners, who stay. */
    static void put(AbstractSession session, SessionInstallation installation, QueryHook queryHook) {
        SessionHooks hooks = new SessionHooks(installation, queryHook);
        hooks.listeners = session.hasEventManager() && session.getEventManager().hasListeners()
                ? session.getEventManager().getListeners()
                : null;
        session.setEventManager(hooks);
    }

    @Override
    public void preLogin(Session session) {
        installation.loggingIn(session);
        queryHook.loggingIn(session);
        super.preLogin(session);
    }

    @Override
    public void postLogin(Session session) {
        if (session instanceof AbstractSession loggedIn) {
            Partitions.decide(loggedIn);
            RowConditions.decide(loggedIn);
            queryHook.loggedIn(loggedIn);
        }
        super.postLogin(session);
    }

    @Override
    public void postAcquireUnitOfWork() {
        installation.acquired((UnitOfWorkImpl) getSession());
        super.postAcquireUnitOfWork();
    }

    @Override
    public void preExecuteQuery(DatabaseQuery query) {
        ContextIdentityMaps maps = ContextIdentityMaps.of(getSession());
        if (maps != null) {
            maps.begin(query);
        }
        queryHook.executing(query, getSession());
        super.preExecuteQuery(query);
    }

    @Override
    public void postExecuteQuery(DatabaseQuery query, Object result) {
        ContextIdentityMaps maps = ContextIdentityMaps.of(getSession());
        if (maps != null) {
            maps.end(query);
        }
        super.postExecuteQuery(query, result);
    }

    @Override
    public void preExecuteCall(Call call) {
        CanonicalStore current = IdentityMapRuntimes.current();
        if (current != null) {
            current.count(MapEvent.STATEMENT_RUN);
        }
        super.preExecuteCall(call);
    }

    @Override
    public void postFlushUnitOfWork() {
        ContextIdentityMaps maps = ContextIdentityMaps.of(getSession());
        if (maps != null) {
            maps.leases().flushed();
        }
        super.postFlushUnitOfWork();
    }

    @Override
    public void postCommitUnitOfWork() {
        ContextIdentityMaps maps = ContextIdentityMaps.of(getSession());
        if (maps != null) {
            maps.committed();
        }
        super.postCommitUnitOfWork();
    }

    @Override
    public void preReleaseUnitOfWork() {
        ContextIdentityMaps maps = ContextIdentityMaps.of(getSession());
        if (maps != null) {
            maps.released();
        }
        super.preReleaseUnitOfWork();
    }
}
