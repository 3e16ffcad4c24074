package io.github.selfsame.internal.activation;

import static io.github.selfsame.internal.activation.ActivationMessages.MESSAGES;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.internal.map.MapLifecycle;
import io.github.selfsame.internal.map.MapTotals;
import io.github.selfsame.internal.map.ScopedIdentityMap;
import org.jspecify.annotations.Nullable;

/**
 * One map from its opening to its end: on which thread it is current, and what a listener keeps with it. Safe for use by
 * several threads.
 */
public final class MapSession implements MapLifecycle {

    private final IdentityMapManager manager;
    private final ScopedIdentityMap map;
    private volatile @Nullable Object attachment;

    /** Whether the map belongs to a scope, and may be current on several threads at once. */
    private final boolean ofScope;

    // the thread on which the map is current, and how many activations make it so; guarded by this
    private @Nullable Thread thread;
    private int activations;
    private boolean ending;

    MapSession(IdentityMapManager manager, IdentityMapOptions options, boolean ofScope) {
        this.manager = manager;
        this.ofScope = ofScope;
        this.map = new ScopedIdentityMap(this, options);
    }

    /**
     * The map.
     *
     * @return the map itself
     */
    public IdentityMap map() {
        return map;
    }

    /**
     * What was attached.
     *
     * @return the note, or {@code null}
     */
    public @Nullable Object attachment() {
        return attachment;
    }

    /**
     * Keeps something as long as the map is reachable.
     *
     * @param note what to keep
     */
    public void attach(@Nullable Object note) {
        attachment = note;
    }

    @Override
    public void close(ScopedIdentityMap closing) {
        manager.endUnowned(this);
    }

    @Override
    public MapTotals totals() {
        return manager.totals();
    }

    @Override
    public IdentityMapOptions defaults() {
        return manager.defaults();
    }

    ScopedIdentityMap store() {
        return map;
    }

    boolean belongsTo(IdentityMapManager candidate) {
        return manager == candidate;
    }

    /**
     * Makes the map current on the calling thread once more.
     *
     * @return whether that counts, so that it has to be {@linkplain #leave() left}
     */
    synchronized boolean enter() {
        Thread caller = Thread.currentThread();
        Thread holder = thread;
        // while it ends, the map is still there for what runs on the ending thread
        if (!map.isOpen() || (ending && holder != caller)) {
            throw MESSAGES.resumedClosed();
        }
        if (ofScope && !ending) {
            return false;
        }
        if (holder != null && holder != caller) {
            throw MESSAGES.currentElsewhere(holder.getName(), caller.getName());
        }
        thread = caller;
        activations++;
        return true;
    }

    synchronized void leave() {
        activations--;
        if (activations == 0) {
            thread = null;
        }
    }

    /** From now on the map can't be made current anew by other threads. */
    synchronized void beginEnd() {
        ending = true;
    }

    /**
     * Begins the end of a map on behalf of its user.
     *
     * @return whether the caller has to end it; {@code false} if somebody else does already
     */
    synchronized boolean enterToEnd() {
        if (ending || !map.isOpen()) {
            return false;
        }
        if (ofScope) {
            throw MESSAGES.closedInScope();
        }
        Thread holder = thread;
        if (holder != null) {
            throw MESSAGES.closedWhileCurrent(holder.getName());
        }
        thread = Thread.currentThread();
        activations = 1;
        ending = true;
        return true;
    }

    /**
     * Begins the end of the map on behalf of its scope, wherever it is current.
     *
     * @return whether the caller has to end it; {@code false} if that is done already
     */
    synchronized boolean enterToEndWithScope() {
        if (ending || !map.isOpen()) {
            return false;
        }
        thread = Thread.currentThread();
        activations = 1;
        ending = true;
        return true;
    }
}
