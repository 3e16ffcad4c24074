package io.github.selfsame.internal.activation;

import static io.github.selfsame.internal.activation.ActivationMessages.MESSAGES;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.LazyLoading;
import org.jspecify.annotations.Nullable;

/** An activation as an element of its thread's stack. Only the owning thread changes it. */
final class StackedActivation implements IdentityMapActivation {

    /** What was current before. */
    final @Nullable StackedActivation previous;

    /** The map's session; null for a bypass. */
    final @Nullable MapSession session;

    /** Whether the map ends with this activation. */
    final boolean owner;

    /** Whether this counts for the map's thread; false on a thread to which the map was propagated. */
    final boolean counted;

    private final ActivationStack stack;
    private final Thread thread = Thread.currentThread();
    private volatile boolean closed;

    /** How lazy associations load from here on; null if that is not said here. */
    private @Nullable LazyLoading lazyLoading;

    StackedActivation(
            ActivationStack stack,
            @Nullable StackedActivation previous,
            @Nullable MapSession session,
            boolean owner,
            boolean counted) {
        this.stack = stack;
        this.previous = previous;
        this.session = session;
        this.owner = owner;
        this.counted = counted;
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
        stack.close(this);
    }

    void setLazyLoading(LazyLoading said) {
        lazyLoading = said;
    }

    @Nullable LazyLoading lazyLoading() {
        return lazyLoading;
    }

    boolean isClosed() {
        return closed;
    }

    void markClosed() {
        closed = true;
    }

    /** The session that this activation makes current; none if its map has ended meanwhile with its scope. */
    @Nullable MapSession openSession() {
        return session != null && session.store().isOpen() ? session : null;
    }
}
