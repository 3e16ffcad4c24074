package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Containers;
import java.io.Serial;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/**
 * A lazy association of a canonical instance, for the whole life of that: it stays in its place when persistence contexts
 * take the instance over and give it back.
 *
 * <p>While a unit of work manages the instance, this is EclipseLink's own value holder, with two differences: it gives what
 * the instance has loaded before, if the unit of work may use all of it, and it asks the map about lazy loading (rule P13).
 * While the instance is free, it knows no unit of work, so that those that have ended can be garbage-collected (rule R16): what
 * is touched then is loaded through a persistence context of its own on the same identity map.
 */
final class CanonicalValueHolder extends ReusingValueHolder {

    @Serial
    private static final long serialVersionUID = 1L;

    private transient boolean isLoading;

    /**
     * Creates one in the place of EclipseLink's own.
     *
     * @param wrapped what that would load through
     * @param owner the entity, or the embeddable in it that has the attribute
     * @param row the row of the entity, as far as it is at hand
     * @param cohort what the entity has come with
     */
    CanonicalValueHolder(
            ValueHolderInterface<Object> wrapped,
            Object entity,
            Object owner,
            ForeignReferenceMapping mapping,
            @Nullable AbstractRecord row,
            UnitOfWorkImpl unitOfWork,
            @Nullable Cohort cohort) {
        super(wrapped, entity, owner, mapping, row, unitOfWork, cohort);
    }

    /** An association of which nothing is known. */
    CanonicalValueHolder(Object entity, Object owner, ForeignReferenceMapping mapping) {
        super(entity, owner, mapping);
    }

    /** The association that a value holder, of whatever kind, has loaded or will load: itself, if it is of this kind. */
    static CanonicalValueHolder of(
            ValueHolderInterface<Object> holder,
            Object entity,
            Object owner,
            ForeignReferenceMapping mapping,
            long since) {
        if (holder instanceof CanonicalValueHolder present
                && present.owner() == owner
                && present.getMapping() == mapping) {
            // if not, the embeddable is a constant of the application: what another entity has there is not this one's
            return present.entity() == entity ? present : new CanonicalValueHolder(entity, owner, mapping);
        }
        CanonicalValueHolder created = new CanonicalValueHolder(entity, owner, mapping);
        created.take(holder, since);
        return created;
    }

    /**
     * Whether a value holder belongs to an instance of that unit of work already, so that only the backup of the instance can be what
     * it is copied for: EclipseLink does so with what was missing of an instance. It remembers what it loads from now on.
     */
    static boolean isCopiedIntoBackup(@Nullable ValueHolderInterface<?> holder, UnitOfWorkImpl unitOfWork) {
        if (!(holder instanceof CanonicalValueHolder canonical && canonical.isManagedBy(unitOfWork))) {
            return false;
        }
        if (canonical.backupValueHolder == null) {
            canonical.backupValueHolder = new LoadedContent();
        }
        return true;
    }

    /** What this has loaded, if it has been told to remember that. */
    @Nullable Object loadedContent() {
        return backupValueHolder;
    }

    /** Whether it can't be told without a statement what the association refers to, and nothing has been loaded before. */
    boolean isUnknown() {
        if (isFree()) {
            RetainedValue known = known();
            ValueHolderInterface<Object> source = wrappedValueHolder;
            return (known == null || known.isUnknown()) && (source == null || isOurs() || !source.isInstantiated());
        }
        return !isInstantiated
                && !isLoading
                && !isReadAhead()
                && (freshness() == null ? !isEasilyInstantiated() : !isKnown());
    }

    @Override
    public @Nullable Object getValue() {
        if (isFree()) {
            if (!isNewsOfUse() || touchFree() || isFree()) {
                return freeValue();
            }
            untouch();
        }
        if (isInstantiated) {
            return value;
        }
        UnitOfWorkImpl manager = getUnitOfWork();
        if (manager == null && (isFree() || getUnitOfWork() != null)) {
            return getValue();
        }
        Home elsewhere = manager == null ? null : elsewhere(manager);
        if (manager != null && elsewhere != null) {
            // the thread that reads the instance for the map may give it back at any time (rule R17)
            touchFree();
            return isManagedBy(manager) ? apart(elsewhere).getValue() : getValue();
        }
        return super.getValue();
    }

    /** Whether who takes over the instance must know that this was loaded meanwhile: what may change, or what a container keeps. */
    private boolean isNewsOfUse() {
        return association().isCollectionMapping() || AssociationSource.dependsOnTargets(association());
    }

    /** Where to load for another thread than the one that reads the instance just now for the map; {@code null} if none does. */
    private static @Nullable Home elsewhere(UnitOfWorkImpl manager) {
        ContextIdentityMaps maps = ContextIdentityMaps.of((Session) manager);
        return maps == null ? null : maps.leases().elsewhere();
    }

    private @Nullable Object freeValue() {
        Home place = home();
        RetainedValue known = retained();
        if (place == null) {
            throw new IllegalStateException("An association is free, but belongs to no map");
        }
        if (isLast(known, place)) {
            return lastKnown(known);
        }
        Object loaded;
        try {
            loaded = known.get(
                    new FreeLoad(this, known, place)::value, place.unit().associations());
        } catch (RuntimeException e) {
            untouch();
            throw e;
        }
        if (wasFree()) {
            forgetSource();
        }
        return loaded;
    }

    /** Whether what is known is not to be read again: it is up to date, or nothing is read any more. */
    private static boolean isLast(RetainedValue known, @Nullable Home place) {
        return known.isLoaded() || (known.hasValue() && place != null && place.isOver());
    }

    /** What is known, be it out of date; what the user had put in comes as what EclipseLink would have there. */
    private @Nullable Object lastKnown(RetainedValue known) {
        Object last = known.value();
        return known.isLoaded() || last == null || !(association() instanceof CollectionMapping collection)
                ? last
                : Containers.asBuilt(collection, last);
    }

    /** A user has assigned the attribute; loading does not go this way. */
    @Override
    public void setValue(@Nullable Object assigned) {
        if (isFree()) {
            retained().assign(assigned);
        } else {
            super.setValue(assigned);
        }
    }

    @Override
    public boolean isInstantiated() {
        if (wasFree()) {
            // what was loaded before may be out of date for a unit of work that manages the instance
            RetainedValue known = known();
            return !isUnbound() && known != null && isLast(known, home());
        }
        return super.isInstantiated();
    }

    @Override
    public boolean isCoordinatedWithProperty() {
        return !isUnbound() && super.isCoordinatedWithProperty();
    }

    @Override
    public boolean isEasilyInstantiated() {
        if (isFree()) {
            return isInstantiated();
        }
        return freshness() == null ? super.isEasilyInstantiated() : isInstantiated || isUsable();
    }

    @Override
    public boolean isPessimisticLockingValueHolder() {
        return !isFree() && super.isPessimisticLockingValueHolder();
    }

    @Override
    public boolean shouldAllowInstantiationDeferral() {
        return !isFree() && (freshness() != null || super.shouldAllowInstantiationDeferral());
    }

    @Override
    public @Nullable ValueHolderInterface<Object> getWrappedValueHolder() {
        bind();
        Freshness now = freshness();
        return now == null ? wrappedValueHolder : source(now);
    }

    @Override
    protected @Nullable Object instantiateImpl() {
        ReadAhead read = takeReadAhead();
        if (read != null && read.isTrueIn(getUnitOfWork(), association())) {
            return valueOf(read);
        }
        ContextIdentityMaps maps = isLoading ? null : ContextIdentityMaps.of((Session) getUnitOfWork());
        LazyLoads loads = maps == null || maps.reads().arrivals().isInBulk() ? null : maps.lazyLoads();
        if (maps == null || loads == null || loads.isPlain() || isEasilyInstantiated()) {
            return loadAlone();
        }
        isLoading = true;
        try {
            return new ManagedLoad(this, getUnitOfWork(), maps, loads).value(read);
        } finally {
            isLoading = false;
        }
    }

    /**
     * The same association for a thread that has not the instance: one that touches it while another reads it for the map, or has
     * begun to load before a persistence context has taken the instance over (rule R17).
     */
    CanonicalValueHolder apart(Home place) {
        CanonicalValueHolder copy = new CanonicalValueHolder(entity(), owner(), association());
        copy.row = getRow();
        RetainedValue known = known();
        if (known != null && known.isUpToDate(place.unit().associations())) {
            copy.retained().retain(known.value(), Long.MIN_VALUE);
        }
        copy.free(place, Long.MIN_VALUE, null);
        return copy;
    }

    @Override
    public void updateForeignReferenceSet(Object assigned, Object before) {
        if (!isFree()) {
            super.updateForeignReferenceSet(assigned, before);
        }
    }

    @Override
    public void updateForeignReferenceRemove(Object removed) {
        if (!isFree()) {
            super.updateForeignReferenceRemove(removed);
        }
    }

    /** What goes with a detached instance out of this virtual machine: as EclipseLink's own would. */
    @Serial
    private Object writeReplace() {
        if (!isFree()) {
            return this;
        }
        CanonicalValueHolder copy = new CanonicalValueHolder(entity(), owner(), association());
        copy.row = row;
        RetainedValue known = known();
        if (known != null && known.hasValue()) {
            copy.value = lastKnown(known);
            copy.isInstantiated = true;
        }
        return copy;
    }
}
