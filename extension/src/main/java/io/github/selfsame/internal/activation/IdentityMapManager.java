package io.github.selfsame.internal.activation;

import static io.github.selfsame.internal.activation.ActivationMessages.MESSAGES;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMapStatistics;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.internal.map.MapTotals;
import io.github.selfsame.internal.map.ScopedIdentityMap;
import io.github.selfsame.spi.IdentityMapRuntime;
import java.lang.annotation.Annotation;
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

    private final MapTotals totals = new MapTotals();
    private final MapListener listener;
    private final ActivationStack stack;
    private final RequestGuard requests;
    private final ThreadTransfer transfer;
    private final CurrentMaps current;
    private final IdentityMapRuntime runtime;

    private final UnmetOptions unmet = new UnmetOptions();

    private volatile ScopeSessions scopes = ScopeSessions.NONE;
    private volatile IdentityMapOptions defaults = IdentityMapOptions.DEFAULTS;

    /** Creates a manager without a listener. */
    public IdentityMapManager() {
        this(MapListener.NONE);
    }

    /**
     * Creates a manager.
     *
     * @param listener is told about all maps
     */
    public IdentityMapManager(MapListener listener) {
        this.listener = listener;
        stack = new ActivationStack(listener);
        requests = new RequestGuard(stack);
        transfer = new ThreadTransfer(stack, () -> scopes.ambient());
        current = new CurrentMaps(stack, () -> scopes);
        runtime = new ThreadRuntime(current, transfer);
    }

    /**
     * This manager as adapters see it.
     *
     * @return the runtime to register
     */
    public IdentityMapRuntime runtime() {
        return runtime;
    }

    /**
     * From now on lifetimes can be named.
     *
     * @param known the scopes
     */
    public void useScopes(ScopeSessions known) {
        scopes = known;
    }

    /**
     * Forgets the scopes, and what requests have left on threads: those of a server outlive the application, and must not keep
     * its classes (rule R16).
     */
    public void stop() {
        scopes = ScopeSessions.NONE;
        requests.clear();
        stack.clear();
    }

    /**
     * Sets whether maps are propagated to other threads where an executor is configured so (rule S10). They are not by
     * default.
     *
     * @param value whether they are
     */
    public void propagate(boolean value) {
        transfer.enable(value);
    }

    /**
     * Sets how maps behave that say nothing themselves, in persistence units that say nothing either.
     *
     * @param options the options
     */
    public void useDefaults(IdentityMapOptions options) {
        defaults = options;
    }

    /**
     * What has happened in all maps of this manager together.
     *
     * @return the totals
     */
    public MapTotals totals() {
        return totals;
    }

    @Override
    public IdentityMapStatistics statistics() {
        return totals.snapshot();
    }

    IdentityMapOptions defaults() {
        return defaults;
    }

    @Override
    public IdentityMapActivation open(IdentityMapOptions options) {
        MapSession session = new MapSession(this, options, false);
        StackedActivation activation = stack.push(session, true);
        boolean opened = false;
        try {
            listener.opened(session);
            opened = true;
        } finally {
            if (!opened) {
                stack.unwind(activation);
            }
        }
        return activation;
    }

    @Override
    public IdentityMapActivation open(Class<? extends Annotation> lifetime, IdentityMapOptions options) {
        Class<? extends Annotation> actual = actual(lifetime);
        if (actual == UseIdentityMap.Invocation.class) {
            return open(options);
        }
        MapSession session = scopes.sessionOf(actual, options);
        unmet.report(session, options);
        return stack.push(session, false);
    }

    @Override
    public IdentityMap create(IdentityMapOptions options) {
        MapSession session = new MapSession(this, options, false);
        begin(session);
        return session.map();
    }

    /**
     * A map for a scope, which {@linkplain #begin(MapSession) begins} and {@linkplain #endWithScope(MapSession) ends} it.
     *
     * @param options how the map behaves where there is a choice
     * @return the session of the map
     */
    public MapSession newSessionOfScope(IdentityMapOptions options) {
        return new MapSession(this, options, true);
    }

    /**
     * Tells the listener that a map has begun. If that fails, the map ends.
     *
     * @param session a new session
     */
    public void begin(MapSession session) {
        StackedActivation activation = stack.push(session, false);
        boolean opened = false;
        try {
            listener.opened(session);
            opened = true;
        } finally {
            stack.withdraw(activation);
            if (!opened) {
                endWithScope(session);
            }
        }
    }

    /**
     * Ends a map wherever it is current. Does nothing if it has ended.
     *
     * @param session the session of the map
     */
    public void endWithScope(MapSession session) {
        if (session.enterToEndWithScope()) {
            endEntered(session);
        }
    }

    @Override
    public IdentityMapActivation resume(IdentityMap map) {
        return stack.push(sessionOf(map), false);
    }

    @Override
    public IdentityMapActivation withLazyLoading(LazyLoading lazyLoading) {
        MapSession session = current.session();
        if (session == null) {
            throw MESSAGES.lazyLoadingWithoutMap(
                    lazyLoading, Thread.currentThread().getName());
        }
        StackedActivation activation = stack.push(session, false);
        activation.setLazyLoading(lazyLoading);
        return activation;
    }

    @Override
    public <T extends @Nullable Object> T withLazyLoading(LazyLoading lazyLoading, Callable<T> task) throws Exception {
        return callWithin(withLazyLoading(lazyLoading), task);
    }

    @Override
    public IdentityMapActivation bypass() {
        return stack.push(null, false);
    }

    @Override
    public <T extends @Nullable Object> T resume(IdentityMap map, Callable<T> task) throws Exception {
        return callWithin(resume(map), task);
    }

    @Override
    public <T extends @Nullable Object> T call(UseIdentityMap.Nesting nesting, Callable<T> task) throws Exception {
        return call(UseIdentityMap.ByDefault.class, nesting, IdentityMapOptions.DEFAULTS, task);
    }

    @Override
    public <T extends @Nullable Object> T call(
            Class<? extends Annotation> lifetime,
            UseIdentityMap.Nesting nesting,
            IdentityMapOptions options,
            Callable<T> task)
            throws Exception {
        Class<? extends Annotation> actual = actual(lifetime);
        // who names a scope prefers it to the map that the settings put everywhere
        MapSession joined = actual == UseIdentityMap.Invocation.class ? current.session() : current.sessionOnStack();
        if (nesting == UseIdentityMap.Nesting.JOIN && joined != null) {
            unmet.report(joined, options);
            return task.call();
        }
        return callWithin(open(actual, options), task);
    }

    @Override
    public <T extends @Nullable Object> T bypass(Callable<T> task) throws Exception {
        return callWithin(bypass(), task);
    }

    @Override
    public Class<? extends Annotation> defaultLifetime() {
        return scopes.defaultLifetime();
    }

    @Override
    public Optional<IdentityMap> current() {
        return Optional.ofNullable(current.store());
    }

    /**
     * The session of the map that is current on this thread.
     *
     * @return the session, or {@code null} if there is none or if it is bypassed
     */
    public @Nullable MapSession currentSession() {
        return current.session();
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
                stack.closeForgottenAbove(ours);
            } finally {
                ours.close();
            }
        }
    }

    /**
     * Remembers which activations are open on this thread, where a request begins. What an earlier request has left
     * behind that has gone on elsewhere is closed now.
     *
     * @param outermost whether the thread has just come to this request, so that nothing that is open there can be meant
     *     for it: all that is left behind by whatever ran there before is closed as well
     * @return to be run in the end: closes what has been begun on this thread since and was forgotten; does nothing on
     *     another thread
     */
    public Runnable restorePoint(boolean outermost) {
        return requests.begin(outermost);
    }

    /** The user closes a map that no activation owns. */
    void endUnowned(MapSession session) {
        if (session.enterToEnd()) {
            endEntered(session);
        }
    }

    private void endEntered(MapSession session) {
        stack.close(stack.push(session, true, true));
    }

    private Class<? extends Annotation> actual(Class<? extends Annotation> lifetime) {
        return lifetime == UseIdentityMap.ByDefault.class ? scopes.defaultLifetime() : lifetime;
    }

    private <T extends @Nullable Object> T callWithin(IdentityMapActivation activation, Callable<T> task)
            throws Exception {
        try {
            return task.call();
        } finally {
            closeWithForgotten(activation);
        }
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
}
