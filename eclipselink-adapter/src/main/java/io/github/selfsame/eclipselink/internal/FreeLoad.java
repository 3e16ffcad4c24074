package io.github.selfsame.eclipselink.internal;

import org.eclipse.persistence.indirection.ValueHolderInterface;
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

    FreeLoad(CanonicalValueHolder holder, RetainedValue retained, Home home) {
        this.holder = holder;
        this.mapping = holder.association();
        this.retained = retained;
        this.home = home;
    }

    /** Loads the value, with those of peers if the map says so (rule P13). */
    @Nullable Object value() {
        if (retained.acceptOffer(home)) {
            return retained.value();
        }
        FreePeers peers = FreePeers.of(holder, home);
        if (peers == null) {
            return alone();
        }
        peers.checkTouch();
        Object loaded =
                home.unit().withLoader(home.store(), reader -> peers.load(reader) ? LOADED_IN_BULK : load(reader));
        if (loaded != LOADED_IN_BULK) {
            return loaded;
        }
        return retained.takeOwnOffer(home) || retained.isLoaded() ? retained.value() : alone();
    }

    private @Nullable Object alone() {
        return home.unit().withLoader(home.store(), this::load);
    }

    private @Nullable Object load(UnitOfWorkImpl reader) {
        holder.forgetUsedUpBatch();
        ContextIdentityMaps maps = ContextIdentityMaps.of((Session) reader);
        if (maps != null) {
            maps.reads().arrivals().begin(this, mapping.isCollectionMapping());
        }
        return through(holder, reader).getValue();
    }

    /** A value holder that loads an association through a persistence context, alone. */
    static UnitOfWorkQueryValueHolder<Object> through(CanonicalValueHolder holder, UnitOfWorkImpl reader) {
        return through(holder, holder.ownSource(reader), reader);
    }

    /** What a reference refers to in a unit of work, without any use of what other threads may use to load it. */
    static @Nullable Object resolve(CanonicalValueHolder holder, UnitOfWorkImpl reader) {
        ValueHolderInterface<Object> own =
                AssociationSource.of(holder.entity(), null, holder.getRow(), holder.association(), reader);
        return through(holder, own, reader).getValue();
    }

    private static UnitOfWorkQueryValueHolder<Object> through(
            CanonicalValueHolder holder, ValueHolderInterface<Object> source, UnitOfWorkImpl reader) {
        return new UnitOfWorkQueryValueHolder<>(source, holder.owner(), holder.association(), holder.getRow(), reader);
    }
}
