package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.internal.Arrivals.Arrival;
import io.github.selfsame.eclipselink.internal.access.Associations;
import java.io.Serial;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.indirection.UnitOfWorkQueryValueHolder;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/**
 * An association of a managed instance that is not loaded. Loads as EclipseLink's own value holder does, unless the map says
 * something else about lazy loading by then (rule P13).
 */
final class LazyValueHolder extends UnitOfWorkQueryValueHolder<Object> {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Arrival arrival;

    /** The entity, or the embeddable in it that has the attribute. */
    private final transient @Nullable Object owner;

    private transient boolean isLoading;

    /** Whether the value was read in bulk, and is only to be taken. */
    private transient boolean isGiven;

    private transient @Nullable Object given;

    /**
     * Creates one in the place of EclipseLink's own.
     *
     * @param wrapped what that would load through
     * @param source what that would take for the owner
     * @param owner the entity, or the embeddable in it that has the attribute
     * @param row the row of the entity, as far as it is at hand
     */
    LazyValueHolder(
            ValueHolderInterface<Object> wrapped,
            Object source,
            Object owner,
            ForeignReferenceMapping mapping,
            @Nullable AbstractRecord row,
            UnitOfWorkImpl unitOfWork,
            Arrival arrival) {
        super(wrapped, source, mapping, row, unitOfWork);
        this.arrival = arrival;
        this.owner = owner;
    }

    /** What the entity came with; {@code null} if that is of no interest. */
    @Nullable Cohort cohort() {
        return arrival == null ? null : arrival.cohort();
    }

    /**
     * Gives what was read for the association in bulk: it is taken for what this would have loaded, when it is touched next.
     *
     * @param read the managed target, a container of managed targets of its own, or {@code null} if there is none
     */
    void give(@Nullable Object read) {
        given = read;
        isGiven = true;
    }

    @Override
    protected @Nullable Object instantiateImpl() {
        if (isGiven) {
            Object read = given;
            given = null;
            return read;
        }
        Arrival came = arrival;
        Object having = owner;
        ContextIdentityMaps maps = isLoading ? null : ContextIdentityMaps.of(getUnitOfWork());
        FreeValueHolder.Home elsewhere = maps == null || came == null ? null : maps.elsewhere(came.cohort());
        if (came != null && elsewhere != null) {
            return loadElsewhere(came, elsewhere);
        }
        LazyLoads loads = maps == null || maps.arrivals().isInBulk() ? null : maps.lazyLoads();
        if (maps == null || loads == null || came == null || having == null) {
            return super.instantiateImpl();
        }
        if (loads.isPlain() || isEasilyInstantiated()) {
            return super.instantiateImpl();
        }
        isLoading = true;
        try {
            return load(maps, loads, came, having);
        } finally {
            isLoading = false;
        }
    }

    /** Another thread reads the instance just now for the map (rule R17): its persistence context is not for two. */
    private @Nullable Object loadElsewhere(Arrival came, FreeValueHolder.Home elsewhere) {
        FreeValueHolder apart = getWrappedValueHolder() instanceof AdoptedValueHolder adopted
                ? adopted.before().apart(elsewhere)
                : FreeValueHolder.apart(came.entity(), (ForeignReferenceMapping) getMapping(), getRow(), elsewhere);
        return apart.getValue();
    }

    private @Nullable Object load(ContextIdentityMaps maps, LazyLoads loads, Arrival came, Object having) {
        ForeignReferenceMapping association = (ForeignReferenceMapping) getMapping();
        loads.check(came.entity(), having, association);
        if (!maps.bulkLoader().needsStatement(this, association, getUnitOfWork())) {
            return super.instantiateImpl();
        }
        loads.count(came.entity(), having, association);
        if (loads.mode() == LazyLoading.PEERS
                && Peers.of(came, having, association, getUnitOfWork()).load(maps)) {
            ValueHolderInterface<?> loaded = Associations.valueHolder(having, association);
            if (isInstantiated) {
                return value;
            }
            if (loaded != null && loaded != this && loaded.isInstantiated()) {
                return loaded.getValue();
            }
        }
        maps.arrivals().begin(this, association.isCollectionMapping());
        try {
            return super.instantiateImpl();
        } finally {
            maps.arrivals().end(this);
        }
    }

    /** Whether it can't be told without a statement what the association refers to, and nothing has been loaded before. */
    boolean isUnknown() {
        return !isInstantiated
                && !isLoading
                && (getWrappedValueHolder() instanceof AdoptedValueHolder adopted
                        ? !adopted.isKnown()
                        : !isEasilyInstantiated());
    }
}
