package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.internal.access.Associations;
import org.eclipse.persistence.indirection.ValueHolderInterface;
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

    @Nullable Object value() {
        ForeignReferenceMapping association = holder.association();
        loads.check(holder.entity(), holder.owner(), association);
        if (!maps.bulkLoader().needsStatement(holder, association, unitOfWork)) {
            return holder.loadAlone();
        }
        loads.count(holder.entity(), holder.owner(), association);
        if (loads.mode() == LazyLoading.PEERS && Peers.of(holder, unitOfWork).load(maps)) {
            ValueHolderInterface<?> loaded = Associations.valueHolder(holder.owner(), association);
            if (holder.isInstantiated()) {
                return holder.getValue();
            }
            if (loaded != null && loaded != holder && loaded.isInstantiated()) {
                return loaded.getValue();
            }
        }
        maps.arrivals().begin(this, association.isCollectionMapping());
        try {
            return holder.loadAlone();
        } finally {
            maps.arrivals().end(this);
        }
    }
}
