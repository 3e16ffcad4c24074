package io.github.selfsame.internal.activation;

import static io.github.selfsame.internal.activation.ActivationLogger.LOGGER;
import static io.github.selfsame.internal.activation.ActivationMessages.MESSAGES;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.internal.map.ScopedIdentityMap;
import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.IdentityMapRuntime;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Keeps, for each thread, the stack of activations of one container's maps (rule S5), and tells a listener about the
 * maps' beginnings and ends. Safe for use by several threads.
 *
 * <p>A thread holds something of this manager only while an activation is open there.
 */
public final class IdentityMapManager implements IdentityMaps {

    // One for each container: a static one would be shared by all applications that see this class.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable StackedActivation> top = new ThreadLocal<>();

    private final MapListener listener;
    private final IdentityMapRuntime runtime = new ThreadRuntime();

    /** Creates a manager without a listener. */
    public IdentityMapManager() {
        this(NoListener.INSTANCE);
    }

    /**
     * Creates a manager.
     *
     * @param listener is told about all maps
     */
    public IdentityMapManager(MapListener listener) {
        this.listener = listener;
    }

    /**
     * This manager as adapters see it.
     *
     * @return the runtime to register
     */
    public IdentityMapRuntime runtime() {
        return runtime;
    }

    @Override
    public IdentityMapActivation open(IdentityMapOptions options) {
        MapSession session = new MapSession(this, options);
        StackedActivation activation = push(session, true);
        boolean opened = false;
        try {
            listener.opened(session);
            opened = true;
        } finally {
            if (!opened) {
                unwindTo(activation);
                end(activation);
            }
        }
        return activation;
    }

    @Override
    public IdentityMap create(IdentityMapOptions options) {
        MapSession session = new MapSession(this, options);
        StackedActivation activation = push(session, false);
        boolean opened = false;
        try {
            listener.opened(session);
            opened = true;
        } finally {
            unwindTo(activation);
            pop(activation);
            if (!opened) {
                endUnowned(session);
            }
        }
        return session.map();
    }

    @Override
    public IdentityMapActivation resume(IdentityMap map) {
        return push(sessionOf(map), false);
    }

    @Override
    public IdentityMapActivation bypass() {
        return push(null, false);
    }

    @Override
    public <T extends @Nullable Object> T call(UseIdentityMap.Nesting nesting, Callable<T> task) throws Exception {
        if (nesting == UseIdentityMap.Nesting.JOIN && currentStore() != null) {
            return task.call();
        }
        return callWithin(open(), task);
    }

    @Override
    public <T extends @Nullable Object> T bypass(Callable<T> task) throws Exception {
        return callWithin(bypass(), task);
    }

    @Override
    public Optional<IdentityMap> current() {
        return Optional.ofNullable(currentStore());
    }

    /**
     * The session of the map that is current on this thread.
     *
     * @return the session, or {@code null} if there is none or if it is bypassed
     */
    public @Nullable MapSession currentSession() {
        StackedActivation activation = top.get();
        return activation == null ? null : activation.session;
    }

    /**
     * Closes an activation of the calling thread together with all later ones, which somebody has forgotten to close.
     * For callers that must leave the thread as they found it.
     *
     * @param activation an activation of this manager that was begun on this thread
     */
    public void closeWithForgotten(IdentityMapActivation activation) {
        if (activation instanceof StackedActivation ours && !ours.isClosed()) {
            try {
                closeForgottenAbove(ours);
            } finally {
                ours.close();
            }
        }
    }

    /**
     * Remembers which activations are open on this thread. For what begins and ends on a thread without an activation of
     * its own, such as a request.
     *
     * @return to be run in the end: closes what has been begun on this thread since and was forgotten; does nothing on
     *     another thread
     */
    public Runnable restorePoint() {
        Thread thread = Thread.currentThread();
        StackedActivation base = top.get();
        return () -> {
            if (Thread.currentThread() == thread && (base == null || !base.isClosed())) {
                closeForgottenAbove(base);
            }
        };
    }

    void close(StackedActivation activation) {
        int later = depthAbove(activation);
        if (later > 0) {
            throw MESSAGES.closedOutOfOrder(Thread.currentThread().getName(), later);
        }
        end(activation);
    }

    /** The user closes a map that no activation owns. */
    void endUnowned(MapSession session) {
        if (session.enterToEnd()) {
            StackedActivation activation = new StackedActivation(this, top.get(), session, true);
            top.set(activation);
            end(activation);
        }
    }

    private <T extends @Nullable Object> T callWithin(IdentityMapActivation activation, Callable<T> task)
            throws Exception {
        try {
            return task.call();
        } finally {
            closeWithForgotten(activation);
        }
    }

    private StackedActivation push(@Nullable MapSession session, boolean owner) {
        if (session != null) {
            session.enter();
        }
        StackedActivation activation = new StackedActivation(this, top.get(), session, owner);
        top.set(activation);
        return activation;
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
        if (activation.previous == null) {
            top.remove();
        } else {
            top.set(activation.previous);
        }
        if (activation.session != null) {
            activation.session.leave();
        }
    }

    private void closeForgottenAbove(@Nullable StackedActivation activation) {
        int forgotten = depthAbove(activation);
        if (forgotten > 0) {
            LOGGER.forgotten(forgotten, Thread.currentThread().getName());
            unwindTo(activation);
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

    private MapSession sessionOf(IdentityMap map) {
        IdentityMap actual = map instanceof IdentityMapView view ? view.viewed() : map;
        if (actual instanceof ScopedIdentityMap scoped
                && scoped.lifecycle() instanceof MapSession session
                && session.belongsTo(this)) {
            return session;
        }
        throw MESSAGES.foreignMap(String.valueOf(actual));
    }

    private @Nullable ScopedIdentityMap currentStore() {
        StackedActivation activation = top.get();
        return activation == null ? null : activation.store();
    }

    /** Separate because both interfaces have a method {@code current()}. */
    private final class ThreadRuntime implements IdentityMapRuntime {

        @Override
        public @Nullable CanonicalStore current() {
            return currentStore();
        }

        @Override
        public @Nullable CanonicalStore bypassed() {
            StackedActivation activation = top.get();
            return activation == null ? null : activation.bypassed();
        }
    }

    private enum NoListener implements MapListener {
        INSTANCE;

        @Override
        public void opened(MapSession session) {}

        @Override
        public void ending(MapSession session) {}

        @Override
        public void ended(MapSession session) {}
    }
}
