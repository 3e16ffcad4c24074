package io.github.selfsame.internal.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries what is current on one thread to another one (rule S10). */
final class ThreadTransfer {

    private final ActivationStack stack;
    private final Supplier<@Nullable MapSession> ambient;
    private volatile boolean enabled;

    /**
     * Creates a transfer.
     *
     * @param ambient the map that is current on a thread where no activation is open
     */
    ThreadTransfer(ActivationStack stack, Supplier<@Nullable MapSession> ambient) {
        this.stack = stack;
        this.ambient = ambient;
    }

    void enable(boolean value) {
        enabled = value;
    }

    /** The sessions of this thread, the outermost first; null stands for a bypass. None if that is not switched on. */
    List<@Nullable MapSession> captured() {
        if (!enabled) {
            return List.of();
        }
        List<@Nullable MapSession> sessions = new ArrayList<>();
        StackedActivation activation = stack.top();
        if (activation == null) {
            MapSession everywhere = ambient.get();
            if (everywhere != null) {
                sessions.add(everywhere);
            }
        }
        for (; activation != null; activation = activation.previous) {
            sessions.add(0, activation.session);
        }
        return sessions;
    }

    /**
     * Makes the sessions of another thread current on this one, instead of its own.
     *
     * @return to be run in the end: makes current again what was before
     */
    Runnable replaceBy(List<@Nullable MapSession> sessions) {
        StackedActivation before = stack.top();
        stack.replace(null);
        for (MapSession session : sessions) {
            stack.push(session, false, false);
        }
        if (sessions.isEmpty() && ambient.get() != null) {
            // the scope was propagated; its map is not to be
            stack.push(null, false);
        }
        StackedActivation base = stack.top();
        return () -> {
            try {
                stack.closeForgottenAbove(base);
            } finally {
                stack.replace(before);
            }
        };
    }
}
