package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.internal.access.Associations;
import java.io.Serial;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.indirection.BatchValueHolder;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.indirection.UnitOfWorkQueryValueHolder;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/**
 * A lazy association of a canonical instance, for the whole life of that: it stays in its place when persistence contexts
 * take the instance over and give it back.
 *
 * <p>While a unit of work manages the instance, this is EclipseLink's own value holder, with two differences: it gives what
 * the instance has loaded before, if the unit of work may use all of it, and it asks the map about lazy loading (rule P13).
 * While the instance is free, it knows no unit of work, so that those that have ended can be garbage-collected (rule R16): what
 * is touched then is loaded through a persistence context of its own on the same identity map. The two do not share what is
 * loaded: a thread that loads for the free instance may still be at it when a unit of work takes that over (rule R17).
 */
final class CanonicalValueHolder extends UnitOfWorkQueryValueHolder<Object> {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final AtomicReferenceFieldUpdater<CanonicalValueHolder, RetainedValue> RETAINED =
            AtomicReferenceFieldUpdater.newUpdater(CanonicalValueHolder.class, RetainedValue.class, "retained");

    private final transient Object entity;

    /** The entity, or the embeddable in it that has the attribute. */
    private final transient Object owner;

    /** What the entity came with; {@code null} if that is of no interest. */
    private transient @Nullable Cohort cohort;

    /** What is known beyond the unit of work; {@code null} if there is nothing. */
    private transient volatile @Nullable RetainedValue retained;

    /** What the unit of work says that has taken over the instance; {@code null} if it has built it, or there is none. */
    private transient @Nullable Freshness freshness;

    /** Where the instance is free. */
    private transient @Nullable Home home;

    private transient boolean isFree;

    /** Whether a query of this unit of work has brought what is known. */
    private transient boolean isFetched;

    /** Whether the source was never seen by the shared cache. */
    private transient boolean isOurs;

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
        super(wrapped, owner, mapping, row, unitOfWork);
        this.entity = entity;
        this.owner = owner;
        this.cohort = cohort;
    }

    /** An association of which nothing is known. */
    CanonicalValueHolder(Object entity, Object owner, ForeignReferenceMapping mapping) {
        this.entity = entity;
        this.owner = owner;
        setMapping(mapping);
        setSourceAttributeName(mapping.getAttributeName());
        setRelationshipSourceObject(owner);
    }

    /** The association that a value holder, of whatever kind, has loaded or will load: itself, if it is of this kind. */
    static CanonicalValueHolder of(
            ValueHolderInterface<Object> holder,
            Object entity,
            Object owner,
            ForeignReferenceMapping mapping,
            long since) {
        if (holder instanceof CanonicalValueHolder canonical
                && canonical.owner == owner
                && canonical.getMapping() == mapping) {
            return canonical;
        }
        CanonicalValueHolder canonical = new CanonicalValueHolder(entity, owner, mapping);
        canonical.take(holder, since);
        return canonical;
    }

    private void take(ValueHolderInterface<Object> holder, long since) {
        if (holder.isInstantiated()) {
            retained = null;
            retained().retain(holder.getValue(), since);
            forgetSource();
        } else {
            retained = null;
            settle(AssociationSource.innermost(holder));
        }
    }

    private void settle(@Nullable ValueHolderInterface<Object> source) {
        wrappedValueHolder = source;
        if (source instanceof DatabaseValueHolder<Object> database) {
            row = database.getRow();
            isOurs = database.getSession() != null && AssociationSource.isBoundToContext(database);
            AssociationSource.bind(database, null);
        }
    }

    private void forgetSource() {
        wrappedValueHolder = null;
        row = null;
        isOurs = false;
    }

    /** What is known beyond the unit of work. */
    RetainedValue retained() {
        RetainedValue known = retained;
        if (known == null) {
            RETAINED.compareAndSet(this, null, new RetainedValue(mapping()));
            known = retained;
        }
        return known == null ? retained() : known;
    }

    Object entity() {
        return entity;
    }

    Object owner() {
        return owner;
    }

    @Nullable Cohort cohort() {
        return cohort;
    }

    boolean isFree() {
        return isFree;
    }

    /** Whether the unit of work has taken over the instance, and nothing has been loaded or fetched since. */
    boolean awaitsFetch() {
        return freshness != null && !isInstantiated && !isFetched;
    }

    private ForeignReferenceMapping mapping() {
        return (ForeignReferenceMapping) getMapping();
    }

    /**
     * A unit of work takes over the instance.
     *
     * @param ofUnit what it says about what is known
     * @param come what the instance has come with now, if that is of interest
     */
    void adopt(UnitOfWorkImpl unitOfWork, Freshness ofUnit, @Nullable Cohort come) {
        RetainedValue known = retained;
        if (known != null) {
            known.adopted(ofUnit.clock());
            if (known.isLoaded()) {
                forgetSource();
            }
        }
        forgetUsedUpBatch();
        reset();
        session = unitOfWork;
        freshness = ofUnit;
        if (come != null) {
            cohort = come;
        }
        isFree = false;
    }

    /**
     * The unit of work gives the instance back.
     *
     * @param loadedAt what it has loaded is true at least since then
     * @param content what it has loaded, if that is not what this has
     */
    void free(Home where, long loadedAt, @Nullable Object content) {
        if (isFree) {
            home = where;
            return;
        }
        if (isInstantiated || content != null) {
            retained().retain(content == null ? value : content, loadedAt);
            forgetSource();
        } else if (isBuilt()) {
            settle(AssociationSource.innermost(wrappedValueHolder));
        } else if (wrappedValueHolder instanceof DatabaseValueHolder<Object> database) {
            AssociationSource.bind(database, null);
        }
        reset();
        session = null;
        freshness = null;
        home = where;
        isFree = true;
    }

    /** Whether the unit of work has built the instance, so that nothing is known about what it loads from. */
    private boolean isBuilt() {
        return freshness == null && session != null && wrappedValueHolder != null;
    }

    private void reset() {
        // reads are cheaper than writes of volatile fields
        if (isInstantiated) {
            isInstantiated = false;
        }
        if (value != null) {
            value = null;
        }
        backupValueHolder = null;
        isCoordinatedWithProperty = false;
        isFetched = false;
    }

    /** A query has fetched the association anew: that is more recent than what was known before. */
    void fetched(ValueHolderInterface<Object> fetched) {
        Freshness now = freshness;
        take(fetched, now == null ? Long.MIN_VALUE : now.clock().now());
        isFetched = true;
    }

    /** What the association refers to in the unit of work has been read along with others. */
    void fill(@Nullable Object read, Freshness ofUnit) {
        if (isBuilt()) {
            settle(AssociationSource.innermost(wrappedValueHolder));
        }
        retained().retain(read, Long.MAX_VALUE);
        freshness = ofUnit;
        isFetched = true;
    }

    /** Whether what was loaded before is not out of date; the unit of work may yet be unable to use it. */
    private boolean isKnown() {
        Freshness now = freshness;
        RetainedValue known = retained;
        return now != null
                && known != null
                && known.isLoaded()
                && (isFetched || now.permits(mapping(), getUnitOfWork()))
                && known.isUpToDate(now.clock());
    }

    /** Whether the unit of work manages all of what was loaded before, or has taken it over now. */
    private boolean isUsable() {
        return isKnown() && RetainedTargets.areManaged(mapping(), retained().value(), getUnitOfWork());
    }

    /** Whether it can't be told without a statement what the association refers to, and nothing has been loaded before. */
    boolean isUnknown() {
        if (isFree) {
            RetainedValue known = retained;
            ValueHolderInterface<Object> source = wrappedValueHolder;
            return (known == null || known.isUnknown()) && (source == null || isOurs || !source.isInstantiated());
        }
        return !isInstantiated && !isLoading && (freshness == null ? !isEasilyInstantiated() : !isKnown());
    }

    @Override
    public @Nullable Object getValue() {
        return isFree ? freeValue() : super.getValue();
    }

    private @Nullable Object freeValue() {
        Home place = home;
        RetainedValue known = retained();
        if (place == null) {
            throw new IllegalStateException("An association is free, but belongs to no map");
        }
        boolean wasLoaded = known.isLoaded();
        Object loaded = known.get(new FreeLoad(this, mapping(), known, place)::value);
        if (!wasLoaded && isFree) {
            forgetSource();
        }
        return loaded;
    }

    /** A user has assigned the attribute; loading does not go this way. */
    @Override
    public void setValue(@Nullable Object assigned) {
        if (isFree) {
            retained().assign(assigned);
        } else {
            super.setValue(assigned);
        }
    }

    @Override
    public boolean isInstantiated() {
        RetainedValue known = retained;
        return isFree ? known != null && known.isLoaded() : super.isInstantiated();
    }

    @Override
    public boolean isEasilyInstantiated() {
        return isFree
                ? isInstantiated()
                : freshness == null ? super.isEasilyInstantiated() : isInstantiated || isUsable();
    }

    @Override
    public boolean isPessimisticLockingValueHolder() {
        return !isFree && super.isPessimisticLockingValueHolder();
    }

    @Override
    public boolean shouldAllowInstantiationDeferral() {
        return isFree || freshness != null || super.shouldAllowInstantiationDeferral();
    }

    @Override
    public @Nullable ValueHolderInterface<Object> getWrappedValueHolder() {
        return freshness == null ? wrappedValueHolder : source(getUnitOfWork());
    }

    /** Forgets a batch that was read before, for others at another time, or whose reading has failed. */
    void forgetUsedUpBatch() {
        if (wrappedValueHolder instanceof BatchValueHolder<Object> batch
                && !batch.isInstantiated()
                && batch.getQuery().getBatchObjects() != null) {
            wrappedValueHolder = null;
        }
    }

    /** Whether a user has assigned the attribute while the instance was free (rule R5). */
    boolean isAssigned() {
        RetainedValue known = retained;
        return isFree && known != null && known.isAssigned();
    }

    /** What was loaded into the instance after it had become free, if changes of it are not listened to. */
    @Nullable SnapshotContent contentWhenLoaded() {
        RetainedValue known = retained;
        return known == null ? null : known.contentWhenLoaded();
    }

    /** Where a unit of work reads the association from. */
    ValueHolderInterface<Object> source(UnitOfWorkImpl reader) {
        ValueHolderInterface<Object> present = wrappedValueHolder;
        if (present == null || (isOurs && present.isInstantiated())) {
            // what was read through a unit of work before may be out of date by now
            RetainedValue known = retained;
            Object target = present == null ? (known == null ? null : known.value()) : present.getValue();
            present = AssociationSource.of(entity, target, row, mapping(), reader);
            isOurs = true;
            wrappedValueHolder = present;
        } else if (present instanceof DatabaseValueHolder<Object> database) {
            AssociationSource.bind(database, reader);
        }
        return present;
    }

    /** What a reference refers to in a unit of work, without any use of what other threads may use to load it. */
    @Nullable Object resolve(UnitOfWorkImpl reader) {
        ValueHolderInterface<Object> own = AssociationSource.of(entity, null, row, mapping(), reader);
        return new UnitOfWorkQueryValueHolder<>(own, owner, mapping(), row, reader).getValue();
    }

    @Override
    protected @Nullable Object instantiateImpl() {
        ContextIdentityMaps maps = isLoading ? null : ContextIdentityMaps.of(getUnitOfWork());
        LazyLoads loads = maps == null || maps.arrivals().isInBulk() ? null : maps.lazyLoads();
        if (maps == null || loads == null || loads.isPlain() || isEasilyInstantiated()) {
            return loadAlone();
        }
        isLoading = true;
        try {
            return load(maps, loads);
        } finally {
            isLoading = false;
        }
    }

    @Override
    public @Nullable Object buildCloneFor(@Nullable Object original) {
        return freshness == null
                ? super.buildCloneFor(original)
                : getMapping().buildCloneForPartObject(original, null, null, owner, getUnitOfWork(), null, true, true);
    }

    private @Nullable Object loadAlone() {
        if (freshness != null) {
            if (isUsable()) {
                return buildCloneFor(retained().value());
            }
            source(getUnitOfWork());
        }
        return super.instantiateImpl();
    }

    private @Nullable Object load(ContextIdentityMaps maps, LazyLoads loads) {
        ForeignReferenceMapping association = mapping();
        loads.check(entity, owner, association);
        if (!maps.bulkLoader().needsStatement(this, association, getUnitOfWork())) {
            return loadAlone();
        }
        loads.count(entity, owner, association);
        if (loads.mode() == LazyLoading.PEERS
                && Peers.of(entity, owner, cohort, association, getUnitOfWork()).load(maps)) {
            ValueHolderInterface<?> loaded = Associations.valueHolder(owner, association);
            if (isInstantiated) {
                return value;
            }
            if (loaded != null && loaded != this && loaded.isInstantiated()) {
                return loaded.getValue();
            }
        }
        maps.arrivals().begin(this, association.isCollectionMapping());
        try {
            return loadAlone();
        } finally {
            maps.arrivals().end(this);
        }
    }

    @Override
    public void updateForeignReferenceSet(Object assigned, Object before) {
        if (!isFree) {
            super.updateForeignReferenceSet(assigned, before);
        }
    }

    @Override
    public void updateForeignReferenceRemove(Object removed) {
        if (!isFree) {
            super.updateForeignReferenceRemove(removed);
        }
    }

    /** What goes with a detached instance out of this virtual machine: as EclipseLink's own would. */
    @Serial
    private Object writeReplace() {
        RetainedValue known = retained;
        if (!isFree) {
            return this;
        }
        CanonicalValueHolder copy = new CanonicalValueHolder(entity, owner, mapping());
        copy.row = row;
        if (known != null && known.isLoaded()) {
            copy.value = known.value();
            copy.isInstantiated = true;
        }
        return copy;
    }
}
