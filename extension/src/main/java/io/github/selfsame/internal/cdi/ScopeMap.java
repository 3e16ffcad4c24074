package io.github.selfsame.internal.cdi;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.internal.activation.IdentityMapManager;
import io.github.selfsame.internal.activation.MapSession;
import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The map of one instance of a scope, such as one session: a contextual object of that scope, so that the container
 * ends it with the scope (rule S1). The map begins at its first use. Passivated and restored it comes back empty, with a
 * new map at the next use. Safe for use by several threads.
 *
 * <p>Not final because objects of normal scopes must be such that there could be a proxy for them.
 */
class ScopeMap implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Seen by all once the map has begun. */
    private transient volatile @Nullable MapSession session;

    /** Seen, under the lock, also by those who hear of its beginning. */
    private transient @Nullable MapSession beginning;

    private transient boolean failed;
    private transient boolean ended;

    /** The map, begun if need be; null if the scope has ended. */
    @Nullable MapSession session(IdentityMapManager manager, IdentityMapOptions options) {
        MapSession known = session;
        return known != null ? known : begin(manager, options);
    }

    /** The same for those who must not fail: null too if the map could not begin before. */
    @Nullable MapSession sessionUnlessFailed(IdentityMapManager manager, IdentityMapOptions options) {
        MapSession known = session;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            return failed ? null : begin(manager, options);
        }
    }

    /** The map if it has begun. */
    @Nullable MapSession existing() {
        return session;
    }

    private synchronized @Nullable MapSession begin(IdentityMapManager manager, IdentityMapOptions options) {
        MapSession known = beginning;
        if (known != null || ended) {
            return known;
        }
        MapSession created = manager.newSessionOfScope(options);
        beginning = created;
        boolean begun = false;
        try {
            manager.begin(created);
            begun = true;
        } finally {
            if (!begun) {
                beginning = null;
                failed = true;
            }
        }
        // observers may have ended the scope
        if (!ended) {
            session = created;
        }
        return created;
    }

    /** The scope ends. */
    void end(IdentityMapManager manager) {
        MapSession ending;
        synchronized (this) {
            ended = true;
            ending = beginning;
            beginning = null;
            session = null;
        }
        if (ending != null) {
            manager.endWithScope(ending);
        }
    }
}
