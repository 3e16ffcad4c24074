package io.github.selfsame.eclipselink.internal;

import org.eclipse.persistence.internal.indirection.UnitOfWorkQueryValueHolder;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/** Loads an association of a free instance, through a persistence context of its own on the same identity map. */
final class FreeLoad {

    private static final Object LOADED_IN_BULK = new Object();

    private final CanonicalValueHolder holder;
    private final ForeignReferenceMapping mapping;
    private final RetainedValue retained;
    private final Home home;

    FreeLoad(CanonicalValueHolder holder, ForeignReferenceMapping mapping, RetainedValue retained, Home home) {
        this.holder = holder;
        this.mapping = mapping;
        this.retained = retained;
        this.home = home;
    }

    /** Loads the value, with those of peers if the map says so (rule P13). */
    @Nullable Object value() {
        if (retained.acceptOffer(home)) {
            return retained.value();
        }
        FreePeers peers = FreePeers.of(holder, mapping, home);
        if (peers == null) {
            return alone();
        }
        peers.checkTouch();
        Object loaded =
                home.unit().withReader(home.store(), reader -> peers.load(reader) ? LOADED_IN_BULK : load(reader));
        if (loaded != LOADED_IN_BULK) {
            return loaded;
        }
        return retained.acceptOffer(home) || retained.isLoaded() ? retained.value() : alone();
    }

    private @Nullable Object alone() {
        return home.unit().withReader(home.store(), this::load);
    }

    private @Nullable Object load(UnitOfWorkImpl reader) {
        holder.forgetUsedUpBatch();
        ContextIdentityMaps maps = ContextIdentityMaps.of((Session) reader);
        if (maps != null) {
            maps.arrivals().begin(this, mapping.isCollectionMapping());
        }
        return through(holder, mapping, reader).getValue();
    }

    /** A value holder that loads the association through a persistence context, alone. */
    static UnitOfWorkQueryValueHolder<Object> through(
            CanonicalValueHolder holder, ForeignReferenceMapping mapping, UnitOfWorkImpl reader) {
        return new UnitOfWorkQueryValueHolder<>(
                holder.source(reader), holder.owner(), mapping, holder.getRow(), reader);
    }
}
