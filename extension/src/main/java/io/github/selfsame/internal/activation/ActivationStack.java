package io.github.selfsame.internal.activation;

import static io.github.selfsame.internal.activation.ActivationLogger.LOGGER;
import static io.github.selfsame.internal.activation.ActivationMessages.MESSAGES;

import org.jspecify.annotations.Nullable;

/**
 * The activations of each thread, the later ones on top of the earlier ones, and the ends of the maps that go with them
 * (rule S5). A thread holds something of a stack only while an activation is open there, and the container runs.
 */
final class ActivationStack {

    private final ThreadValues<StackedActivation> top = new ThreadValues<>();

    private final MapListener listener;

    ActivationStack(MapListener listener) {
        this.listener = listener;
    }

    /** What is current on this thread; null if nothing is open there. */
    @Nullable StackedActivation top() {
        return top.get();
    }

    /** Forgets what is open on any thread: the container has come to its end. */
    void clear() {
        top.clear();
    }

    /** Makes another whole stack that of this thread. */
    void replace(@Nullable StackedActivation newTop) {
        top.set(newTop);
    }

    /**
     * Puts an activation on top.
     *
     * @param session the map to be current; null for a bypass
     * @param owner whether the map ends with the activation
     */
    StackedActivation push(@Nullable MapSession session, boolean owner) {
        boolean counted = session != null && !isGuest(session) && session.enter();
        return push(session, owner, counted);
    }

    /** Puts an activation on top of a map that the caller has entered, if that counts. */
    StackedActivation push(@Nullable MapSession session, boolean owner, boolean counted) {
        StackedActivation activation = new StackedActivation(this, top.get(), session, owner, counted);
        top.set(activation);
        return activation;
    }

    /** Closes the topmost activation, on behalf of its user. */
    void close(StackedActivation activation) {
        int later = depthAbove(activation);
        if (later > 0) {
            throw MESSAGES.closedOutOfOrder(Thread.currentThread().getName(), later);
        }
        end(activation);
    }

    /** Takes an activation away without the end of its map. */
    void withdraw(StackedActivation activation) {
        unwindTo(activation);
        pop(activation);
    }

    /** Ends an activation, with all that came after it. */
    void unwind(StackedActivation activation) {
        unwindTo(activation);
        end(activation);
    }

    /** Closes, with a warning, what somebody has forgotten above an activation of this thread; above nothing: all. */
    void closeForgottenAbove(@Nullable StackedActivation activation) {
        int forgotten = depthAbove(activation);
        if (forgotten > 0) {
            LOGGER.forgotten(forgotten, Thread.currentThread().getName());
            unwindTo(activation);
        }
    }

    /** Whether the map is current here although it belongs to another thread, or to none. */
    private boolean isGuest(MapSession session) {
        for (StackedActivation activation = top.get(); activation != null; activation = activation.previous) {
            if (!activation.counted && activation.openSession() == session) {
                return true;
            }
        }
        return false;
    }

    /** Ends the topmost activation, and its map if the map goes with it. */
    private void end(StackedActivation activation) {
        activation.markClosed();
        MapSession session = activation.session;
        if (session == null || !activation.owner) {
            pop(activation);
            return;
        }
        session.beginEnd();
        try {
            listener.ending(session);
        } finally {
            try {
                // beans that were destroyed may have left activations of their own
                unwindTo(activation);
            } finally {
                pop(activation);
                session.store().end();
                listener.ended(session);
            }
        }
    }

    private void pop(StackedActivation activation) {
        activation.markClosed();
        replace(activation.previous);
        if (activation.session != null && activation.counted) {
            activation.session.leave();
        }
    }

    /** Ends what is above an activation of this thread, or all. */
    private void unwindTo(@Nullable StackedActivation activation) {
        StackedActivation above = top.get();
        if (above != null && above != activation) {
            try {
                end(above);
            } finally {
                unwindTo(activation);
            }
        }
    }

    private int depthAbove(@Nullable StackedActivation activation) {
        int depth = 0;
        for (StackedActivation above = top.get(); above != null && above != activation; above = above.previous) {
            depth++;
        }
        return depth;
    }
}
