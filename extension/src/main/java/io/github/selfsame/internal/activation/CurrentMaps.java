package io.github.selfsame.internal.activation;

import io.github.selfsame.LazyLoading;
import io.github.selfsame.internal.map.ScopedIdentityMap;
import io.github.selfsame.spi.CanonicalStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is current on the calling thread: what was opened there last, else the map of a scope that is active. Safe for use by
 * several threads.
 */
final class CurrentMaps {

    private final ActivationStack stack;
    private final Supplier<ScopeSessions> scopes;

    CurrentMaps(ActivationStack stack, Supplier<ScopeSessions> scopes) {
        this.stack = stack;
        this.scopes = scopes;
    }

    /** The session of the current map; {@code null} if there is none or if it is bypassed. */
    @Nullable MapSession session() {
        StackedActivation activation = stack.top();
        return activation == null ? scopes.get().ambient() : activation.openSession();
    }

    /** The session of the map that was opened on this thread, without those of scopes. */
    @Nullable MapSession sessionOnStack() {
        StackedActivation activation = stack.top();
        return activation == null ? null : activation.openSession();
    }

    @Nullable ScopedIdentityMap store() {
        MapSession session = session();
        return session == null ? null : session.store();
    }

    /** The open maps around the current one; see {@link io.github.selfsame.spi.IdentityMapRuntime#surrounding()}. */
    Collection<CanonicalStore> surrounding() {
        StackedActivation activation = stack.top();
        Collection<MapSession> ofScopes = scopes.get().existing();
        if (activation == null && ofScopes.isEmpty()) {
            return List.of();
        }
        // few: a list is cheaper than a set
        List<CanonicalStore> found = new ArrayList<>(2);
        for (StackedActivation below = activation; below != null; below = below.previous) {
            addOpen(below.session, found);
        }
        ofScopes.forEach(session -> addOpen(session, found));
        CanonicalStore current = store();
        found.removeIf(store -> store == current);
        return found;
    }

    /** How lazy associations load on this thread, if it was said for the current map here. */
    @Nullable LazyLoading lazyLoading() {
        StackedActivation activation = stack.top();
        MapSession session = activation == null ? null : activation.session;
        for (; activation != null && activation.session == session; activation = activation.previous) {
            LazyLoading lazyLoading = activation.lazyLoading();
            if (lazyLoading != null) {
                return lazyLoading == LazyLoading.DEFAULT ? null : lazyLoading;
            }
        }
        return null;
    }

    private static void addOpen(@Nullable MapSession session, List<CanonicalStore> stores) {
        if (session != null && session.store().isOpen() && !stores.contains(session.store())) {
            stores.add(session.store());
        }
    }
}
