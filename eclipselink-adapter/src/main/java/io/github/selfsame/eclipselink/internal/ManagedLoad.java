package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.LazyLoading;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/** Loads an association of a managed instance as the map says (rule P13). */
final class ManagedLoad {

    private final CanonicalValueHolder holder;
    private final UnitOfWorkImpl unitOfWork;
    private final ContextIdentityMaps maps;
    private final LazyLoads loads;

    ManagedLoad(CanonicalValueHolder holder, UnitOfWorkImpl unitOfWork, ContextIdentityMaps maps, LazyLoads loads) {
        this.holder = holder;
        this.unitOfWork = unitOfWork;
        this.maps = maps;
        this.loads = loads;
    }

    /**
     * The value.
     *
     * @param outdated what was read ahead, but can't be used by now; {@code null} if nothing was
     */
    @Nullable Object value(@Nullable ReadAhead outdated) {
        ForeignReferenceMapping association = holder.association();
        loads.check(holder.entity(), holder.owner(), association);
        if (!maps.bulkLoader().needsStatement(holder.entity(), holder, association, unitOfWork)) {
            return holder.loadAlone();
        }
        loads.count(holder.entity(), holder.owner(), association);
        if (loads.mode() == LazyLoading.PEERS
                && Peers.of(holder, unitOfWork, outdated).load(maps, loads.readAheadSizes())) {
            ReadAhead loaded = holder.takeReadAhead();
            if (loaded != null) {
                return holder.valueOf(loaded);
            }
        }
        maps.reads().arrivals().begin(this, association.isCollectionMapping());
        try {
            return holder.loadAlone();
        } finally {
            maps.reads().arrivals().end(this);
        }
    }
}
