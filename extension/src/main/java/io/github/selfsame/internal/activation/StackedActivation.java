package io.github.selfsame.internal.activation;

import static io.github.selfsame.internal.activation.ActivationMessages.MESSAGES;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.internal.map.ScopedIdentityMap;
import org.jspecify.annotations.Nullable;

/** An activation as an element of its thread's stack. Only the owning thread changes it. */
final class StackedActivation implements IdentityMapActivation {

    /** What was current before. */
    final @Nullable StackedActivation previous;

    /** The map's session; null for a bypass. */
    final @Nullable MapSession session;

    /** Whether the map ends with this activation. */
    final boolean owner;

    private final IdentityMapManager manager;
    private final Thread thread = Thread.currentThread();
    private volatile boolean closed;

    StackedActivation(
            IdentityMapManager manager,
            @Nullable StackedActivation previous,
            @Nullable MapSession session,
            boolean owner) {
        this.manager = manager;
        this.previous = previous;
        this.session = session;
        this.owner = owner;
    }

    @Override
    public IdentityMap map() {
        if (session == null) {
            throw MESSAGES.bypassHasNoMap();
        }
        return session.map();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        Thread caller = Thread.currentThread();
        if (caller != thread) {
            throw MESSAGES.closedElsewhere(caller.getName(), thread.getName());
        }
        manager.close(this);
    }

    boolean isClosed() {
        return closed;
    }

    void markClosed() {
        closed = true;
    }

    /** The map that this activation makes current. */
    @Nullable ScopedIdentityMap store() {
        return session == null ? null : session.store();
    }

    /** The map that is hidden by bypasses from here on downwards. */
    @Nullable ScopedIdentityMap bypassed() {
        if (session != null) {
            return null;
        }
        for (StackedActivation below = previous; below != null; below = below.previous) {
            if (below.session != null) {
                return below.session.store();
            }
        }
        return null;
    }
}
