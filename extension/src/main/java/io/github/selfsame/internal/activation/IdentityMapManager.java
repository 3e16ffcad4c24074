package io.github.selfsame.internal.activation;

import static io.github.selfsame.internal.activation.ActivationLogger.LOGGER;
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
import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.IdentityMapRuntime;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
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

    /** The request that has begun last on the thread and not ended there. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable RestorePoint> request = new ThreadLocal<>();

    private final MapTotals totals = new MapTotals();
    private final MapListener listener;
    private final IdentityMapRuntime runtime = new ThreadRuntime(this);

    /** The wishes that were said not to be met, with what counts instead; there are only so many. */
    private final Set<List<IdentityMapOptions>> unmet = ConcurrentHashMap.newKeySet();

    private volatile ScopeSessions scopes = NoScopes.INSTANCE;
    private volatile boolean propagating;
    private volatile IdentityMapOptions defaults = IdentityMapOptions.DEFAULTS;

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

    /**
     * From now on lifetimes can be named.
     *
     * @param known the scopes
     */
    public void useScopes(ScopeSessions known) {
        scopes = known;
    }

    /** From now on lifetimes can't be named any more. */
    public void useNoScopes() {
        scopes = NoScopes.INSTANCE;
    }

    /**
     * Sets whether maps are propagated to other threads where an executor is configured so (rule S10). They are not by
     * default.
     *
     * @param value whether they are
     */
    public void propagate(boolean value) {
        propagating = value;
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
    public IdentityMapActivation open(Class<? extends Annotation> lifetime, IdentityMapOptions options) {
        Class<? extends Annotation> actual = actual(lifetime);
        if (actual == UseIdentityMap.Invocation.class) {
            return open(options);
        }
        MapSession session = scopes.sessionOf(actual, options);
        compare(session, options);
        return push(session, false);
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
        StackedActivation activation = push(session, false);
        boolean opened = false;
        try {
            listener.opened(session);
            opened = true;
        } finally {
            unwindTo(activation);
            pop(activation);
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
        return push(sessionOf(map), false);
    }

    @Override
    public IdentityMapActivation withLazyLoading(LazyLoading lazyLoading) {
        MapSession session = currentSession();
        if (session == null) {
            throw MESSAGES.lazyLoadingWithoutMap(
                    lazyLoading, Thread.currentThread().getName());
        }
        return push(session, false, lazyLoading);
    }

    @Override
    public <T extends @Nullable Object> T withLazyLoading(LazyLoading lazyLoading, Callable<T> task) throws Exception {
        return callWithin(withLazyLoading(lazyLoading), task);
    }

    @Override
    public IdentityMapActivation bypass() {
        return push(null, false);
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
        MapSession joined = actual == UseIdentityMap.Invocation.class ? currentSession() : openOnStack();
        if (nesting == UseIdentityMap.Nesting.JOIN && joined != null) {
            compare(joined, options);
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
        return Optional.ofNullable(currentStore());
    }

    /**
     * The session of the map that is current on this thread.
     *
     * @return the session, or {@code null} if there is none or if it is bypassed
     */
    public @Nullable MapSession currentSession() {
        StackedActivation activation = top.get();
        return activation == null ? scopes.ambient() : activation.openSession();
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
     * Remembers which activations are open on this thread, where a request begins. What an earlier request has left
     * behind that has gone on elsewhere is closed now.
     *
     * @return to be run in the end: closes what has been begun on this thread since and was forgotten; does nothing on
     *     another thread
     */
    public Runnable restorePoint() {
        RestorePoint earlier = request.get();
        if (earlier != null) {
            earlier.run();
        }
        RestorePoint point = new RestorePoint(this, top.get());
        request.set(point);
        return point;
    }

    /** A request ends on the thread on which it began. */
    void restore(RestorePoint point, @Nullable StackedActivation base) {
        if (request.get() == point) {
            request.remove();
        }
        if (base == null || !base.isClosed()) {
            closeForgottenAbove(base);
        }
    }

    /** The sessions of this thread, the outermost first; null stands for a bypass. */
    List<@Nullable MapSession> captured() {
        if (!propagating) {
            return List.of();
        }
        List<@Nullable MapSession> sessions = new ArrayList<>();
        StackedActivation activation = top.get();
        if (activation == null) {
            MapSession ambient = scopes.ambient();
            if (ambient != null) {
                sessions.add(ambient);
            }
        }
        for (; activation != null; activation = activation.previous) {
            sessions.add(0, activation.session);
        }
        return sessions;
    }

    /** Makes the sessions of another thread current on this one, instead of its own. */
    Runnable replaceBy(List<@Nullable MapSession> sessions) {
        StackedActivation before = top.get();
        top.remove();
        for (MapSession session : sessions) {
            top.set(new StackedActivation(this, top.get(), session, false, false, null));
        }
        if (sessions.isEmpty() && scopes.ambient() != null) {
            // the scope was propagated; its map is not to be
            bypass();
        }
        StackedActivation base = top.get();
        return () -> {
            try {
                closeForgottenAbove(base);
            } finally {
                if (before == null) {
                    top.remove();
                } else {
                    top.set(before);
                }
            }
        };
    }

    /** The open maps around the current one; see {@link IdentityMapRuntime#surrounding()}. */
    Collection<CanonicalStore> surrounding() {
        StackedActivation activation = top.get();
        Collection<MapSession> ofScopes = scopes.existing();
        if (activation == null && ofScopes.isEmpty()) {
            return List.of();
        }
        Set<CanonicalStore> found = new LinkedHashSet<>();
        for (StackedActivation below = activation; below != null; below = below.previous) {
            addOpen(below.session, found);
        }
        ofScopes.forEach(session -> addOpen(session, found));
        found.remove(currentStore());
        return found;
    }

    @Nullable ScopedIdentityMap currentStore() {
        MapSession session = currentSession();
        return session == null ? null : session.store();
    }

    /** How lazy associations load on this thread, if it was said for the current map here. */
    @Nullable LazyLoading lazyLoading() {
        StackedActivation activation = top.get();
        MapSession session = activation == null ? null : activation.session;
        for (; activation != null && activation.session == session; activation = activation.previous) {
            LazyLoading lazyLoading = activation.lazyLoading;
            if (lazyLoading != null) {
                return lazyLoading == LazyLoading.DEFAULT ? null : lazyLoading;
            }
        }
        return null;
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
            endEntered(session);
        }
    }

    private void endEntered(MapSession session) {
        StackedActivation activation = new StackedActivation(this, top.get(), session, true, true, null);
        top.set(activation);
        end(activation);
    }

    private Class<? extends Annotation> actual(Class<? extends Annotation> lifetime) {
        return lifetime == UseIdentityMap.ByDefault.class ? scopes.defaultLifetime() : lifetime;
    }

    /** A map that exists is taken as it is, but whoever has asked for something else should get to know. */
    private void compare(MapSession session, IdentityMapOptions asked) {
        IdentityMapOptions actual = session.store().behaviourUnlike(asked);
        if (actual != null && unmet.add(List.of(asked, actual))) {
            LOGGER.joinedAsItIs(asked.toString(), actual.toString(), new Throwable("The map was asked for here"));
        }
    }

    private @Nullable MapSession openOnStack() {
        StackedActivation activation = top.get();
        return activation == null ? null : activation.openSession();
    }

    private static void addOpen(@Nullable MapSession session, Set<CanonicalStore> stores) {
        if (session != null && session.store().isOpen()) {
            stores.add(session.store());
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
        return push(session, owner, null);
    }

    private StackedActivation push(@Nullable MapSession session, boolean owner, @Nullable LazyLoading lazyLoading) {
        boolean counted = session != null && !isGuest(session) && session.enter();
        StackedActivation activation = new StackedActivation(this, top.get(), session, owner, counted, lazyLoading);
        top.set(activation);
        return activation;
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
        if (activation.previous == null) {
            top.remove();
        } else {
            top.set(activation.previous);
        }
        if (activation.session != null && activation.counted) {
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

    private enum NoListener implements MapListener {
        INSTANCE;

        @Override
        public void opened(MapSession session) {}

        @Override
        public void ending(MapSession session) {}

        @Override
        public void ended(MapSession session) {}
    }

    private enum NoScopes implements ScopeSessions {
        INSTANCE;

        @Override
        public MapSession sessionOf(Class<? extends Annotation> lifetime, IdentityMapOptions options) {
            throw MESSAGES.noScopes(lifetime.getName());
        }

        @Override
        public @Nullable MapSession ambient() {
            return null;
        }

        @Override
        public Collection<MapSession> existing() {
            return List.of();
        }

        @Override
        public Class<? extends Annotation> defaultLifetime() {
            return UseIdentityMap.Invocation.class;
        }
    }
}
