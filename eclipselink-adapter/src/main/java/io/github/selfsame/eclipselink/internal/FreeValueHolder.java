package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.spi.CanonicalStore;
import io.github.selfsame.spi.Partition;
import java.io.Serial;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.indirection.BatchValueHolder;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.indirection.UnitOfWorkQueryValueHolder;
import org.eclipse.persistence.internal.indirection.UnitOfWorkValueHolder;
import org.eclipse.persistence.internal.indirection.WrappingValueHolder;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/**
 * An association of an instance that no persistence context manages: what was loaded, or where to load it from. Knows no
 * unit of work, so that those that have ended can be garbage-collected (rule R16). If the association is touched, it is
 * loaded through a persistence context of its own on the same identity map.
 */
final class FreeValueHolder extends DatabaseValueHolder<Object> implements WrappingValueHolder<Object> {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Object LOADED_IN_BULK = new Object();

    private final transient Object instance;
    private final transient ForeignReferenceMapping mapping;
    private final transient @Nullable Home home;

    /** When what is retained was loaded, in the time of the {@link AssociationClock}. */
    private long loadedAt;

    /** Where to read from; made when it is needed. */
    private transient @Nullable ValueHolderInterface<Object> source;

    private transient @Nullable SnapshotContent contentWhenLoaded;

    /** Whether the source was never seen by the shared cache. */
    private transient boolean isOurs;

    private transient boolean isLoading;

    /** What was loaded for it when that of a peer was touched; taken when it is touched itself, or adopted. */
    private transient volatile @Nullable Offer offer;

    private boolean isAssigned;

    /**
     * The unit and the map that a free instance belongs to.
     *
     * @param cohort what it came with, if that is of interest
     */
    record Home(EclipseLinkUnit unit, CanonicalStore store, @Nullable Cohort cohort) {

        Home with(@Nullable Cohort other) {
            return other == cohort ? this : new Home(unit, store, other);
        }

        /** The map's part for the unit; {@code null} if the map has ended. */
        @Nullable Partition partition() {
            return store.isOpen() ? store.partition(unit) : null;
        }
    }

    /**
     * A value that another thread may have loaded.
     *
     * @param value the value
     * @param loadedAt when, in the time of the {@link AssociationClock}
     */
    private record Offer(@Nullable Object value, long loadedAt) {}

    private FreeValueHolder(Object instance, ForeignReferenceMapping mapping, long loadedAt, @Nullable Home home) {
        this.instance = instance;
        this.mapping = mapping;
        this.loadedAt = loadedAt;
        this.home = home;
    }

    /** An association that is loaded. */
    static FreeValueHolder retaining(
            Object instance,
            ForeignReferenceMapping mapping,
            @Nullable Object value,
            long loadedAt,
            @Nullable Home home) {
        FreeValueHolder holder = new FreeValueHolder(instance, mapping, loadedAt, home);
        holder.value = value;
        holder.isInstantiated = true;
        return holder;
    }

    /** An association that is to be read afresh, whatever is in it. */
    static FreeValueHolder unread(Object instance, ForeignReferenceMapping mapping) {
        return new FreeValueHolder(instance, mapping, Long.MIN_VALUE, null);
    }

    /** The association that another value holder, of whatever kind, has or will load. */
    static FreeValueHolder of(
            ValueHolderInterface<Object> holder,
            Object instance,
            ForeignReferenceMapping mapping,
            long loadedAt,
            @Nullable Home home) {
        if (holder.isInstantiated()) {
            return retaining(instance, mapping, holder.getValue(), loadedAt, home);
        }
        ValueHolderInterface<Object> source = innermost(holder);
        FreeValueHolder free = new FreeValueHolder(instance, mapping, loadedAt, home);
        free.source = source;
        if (source instanceof DatabaseValueHolder<Object> database) {
            free.row = database.getRow();
            free.isOurs = database.getSession() != null && isBoundToContext(database);
            bind(database, null);
        }
        return free;
    }

    private static ValueHolderInterface<Object> innermost(ValueHolderInterface<Object> holder) {
        ValueHolderInterface<?> inner = holder;
        while (inner instanceof WrappingValueHolder<?> wrapping && wrapping.getWrappedValueHolder() != null) {
            inner = wrapping.getWrappedValueHolder();
        }
        return Adoption.valueHolder(inner);
    }

    /** The same association in another map, or of an instance that has become free again without having touched it. */
    FreeValueHolder at(Home newHome) {
        if (isLoading) {
            // what this is loading has led back to the instance; it stays the holder of what comes of it
            return this;
        }
        FreeValueHolder copy = new FreeValueHolder(instance, mapping, loadedAt, newHome);
        copy.value = value;
        copy.isInstantiated = isInstantiated;
        copy.row = row;
        copy.source = source;
        copy.isOurs = isOurs;
        copy.offer = offer;
        if (source instanceof DatabaseValueHolder<Object> database) {
            bind(database, null);
        }
        return copy;
    }

    /** A user has assigned the attribute; loading does not go this way. */
    @Override
    public void setValue(Object assigned) {
        super.setValue(assigned);
        isAssigned = true;
    }

    /** Whether a user has assigned the attribute while the instance was free (rule R5). */
    boolean isAssigned() {
        return isAssigned;
    }

    /** What was loaded into the instance after it had become free, if changes of it are not listened to. */
    @Nullable SnapshotContent contentWhenLoaded() {
        return contentWhenLoaded;
    }

    @Nullable Object retained() {
        return value;
    }

    @Nullable ValueHolderInterface<Object> source() {
        return source;
    }

    /** Where the unit of work reads the association from. */
    ValueHolderInterface<Object> source(UnitOfWorkImpl reader) {
        ValueHolderInterface<Object> present = source;
        if (present == null || (isOurs && present.isInstantiated())) {
            // what was read through a unit of work before may be out of date by now
            Object known = present == null ? value : present.getValue();
            present = AssociationSource.of(instance, known, row, mapping, reader);
            source = present;
            isOurs = true;
        } else if (present instanceof DatabaseValueHolder<Object> database) {
            bind(database, reader);
        }
        return present;
    }

    /** Forgets a batch that was read before, for others at another time, or whose reading has failed. */
    void forgetUsedUpBatch() {
        if (source instanceof BatchValueHolder<Object> batch
                && !batch.isInstantiated()
                && batch.getQuery().getBatchObjects() != null) {
            source = null;
        }
    }

    /**
     * Lets a source read through a unit of work, unless it reads through the shared session: then the shared cache may have
     * it too, since a commit has merged it there.
     */
    private static void bind(DatabaseValueHolder<Object> source, @Nullable UnitOfWorkImpl reader) {
        if (!source.isInstantiated() && isBoundToContext(source)) {
            source.setSession(reader);
        }
    }

    private static boolean isBoundToContext(DatabaseValueHolder<Object> source) {
        AbstractSession session = source.getSession();
        return session == null || session.isUnitOfWork();
    }

    /** Whether what was written decides what the association refers to. */
    boolean dependsOn(UncommittedWrites writes) {
        return AssociationSource.dependsOnTargets(mapping)
                && writes.concernTargets(EclipseLinkUnit.rootTypeOf(mapping.getReferenceDescriptor()));
    }

    /** Whether it is loaded, and nothing has changed since. */
    boolean isUpToDate(AssociationClock clock) {
        return isInstantiated
                && !(AssociationSource.dependsOnTargets(mapping)
                        && clock.hasChangedSince(
                                EclipseLinkUnit.rootTypeOf(mapping.getReferenceDescriptor()), loadedAt));
    }

    /** Whether the unit of work manages all of what is retained, or has taken it over now. */
    boolean isManagedBy(UnitOfWorkImpl reader) {
        return RetainedTargets.areManaged(mapping, value, reader);
    }

    /** What its instance came with, if that is of interest. */
    @Nullable Cohort cohort() {
        return home == null ? null : home.cohort();
    }

    /** Whether nothing tells what it refers to, and it is not being loaded either. */
    boolean isUnknown() {
        ValueHolderInterface<Object> present = source;
        return !isInstantiated
                && !isLoading
                && offer == null
                && (present == null || isOurs || !present.isInstantiated());
    }

    /**
     * Offers what was loaded along with the association of a peer. Waits for nobody: another thread may be about to load it.
     *
     * @param since since when it is true
     */
    void offer(@Nullable Object loaded, long since) {
        offer = new Offer(loaded, since);
    }

    /** What a reference refers to in a unit of work, without any use of what other threads may use to load it. */
    @Nullable Object resolve(UnitOfWorkImpl reader) {
        ValueHolderInterface<Object> own = AssociationSource.of(instance, null, row, mapping, reader);
        return new UnitOfWorkQueryValueHolder<>(own, instance, mapping, row, reader).getValue();
    }

    private boolean acceptOffer(Home place) {
        Offer offered = offer;
        return offered != null
                && RetainedTargets.areCanonical(mapping, offered.value(), place)
                && acceptOffer(place.unit().associations());
    }

    /** Takes over what was offered, if it is still true. */
    boolean acceptOffer(AssociationClock clock) {
        Offer offered = offer;
        if (offered == null) {
            return false;
        }
        offer = null;
        if (isInstantiated
                || (AssociationSource.dependsOnTargets(mapping)
                        && clock.hasChangedSince(
                                EclipseLinkUnit.rootTypeOf(mapping.getReferenceDescriptor()), offered.loadedAt()))) {
            return false;
        }
        loadedAt = offered.loadedAt();
        value = offered.value();
        isInstantiated = true;
        return true;
    }

    @Override
    protected @Nullable Object instantiate() {
        Home place = home;
        if (place == null) {
            throw new IllegalStateException("An association was touched while its instance was being adopted");
        }
        if (acceptOffer(place)) {
            rememberContent(value);
            return value;
        }
        isLoading = true;
        try {
            FreePeers peers = FreePeers.of(instance, mapping, place);
            if (peers == null) {
                return place.unit().withLoader(place.store(), this::load);
            }
            peers.checkTouch();
            Object alone = place.unit()
                    .withLoader(place.store(), reader -> peers.load(this, reader) ? LOADED_IN_BULK : load(reader));
            if (alone != LOADED_IN_BULK) {
                return alone;
            }
            if (acceptOffer(place)) {
                rememberContent(value);
                return value;
            }
            ValueHolderInterface<?> loaded = peers.valueHolder();
            return loaded != null && loaded != this && loaded.isInstantiated()
                    ? loaded.getValue()
                    : place.unit().withLoader(place.store(), this::load);
        } finally {
            isLoading = false;
        }
    }

    /** A value holder that loads the association through a persistence context, alone. */
    UnitOfWorkQueryValueHolder<Object> through(UnitOfWorkImpl reader) {
        return new UnitOfWorkQueryValueHolder<>(ownSource(reader), instance, mapping, row, reader);
    }

    /**
     * Where to read from for a user who has touched the association. A source that belongs to one context at a time is left to
     * who adopts the instance meanwhile.
     */
    private ValueHolderInterface<Object> ownSource(UnitOfWorkImpl reader) {
        ValueHolderInterface<Object> present = source;
        return row != null
                        && present instanceof DatabaseValueHolder<Object> database
                        && !(present instanceof BatchValueHolder<Object>)
                        && isBoundToContext(database)
                ? AssociationSource.of(instance, null, row, mapping, reader)
                : source(reader);
    }

    /** The same association for another thread, which shares nothing with this one that it could change. */
    FreeValueHolder apart(Home place) {
        FreeValueHolder copy = new FreeValueHolder(instance, mapping, loadedAt, place);
        copy.row = row;
        copy.value = value;
        copy.isInstantiated = isInstantiated && isUpToDate(place.unit().associations());
        return copy;
    }

    /** An association that another thread is about to read. */
    static FreeValueHolder apart(
            Object instance, ForeignReferenceMapping mapping, @Nullable AbstractRecord row, Home place) {
        FreeValueHolder copy = new FreeValueHolder(instance, mapping, Long.MIN_VALUE, place);
        copy.row = row;
        return copy;
    }

    private @Nullable Object load(UnitOfWorkImpl reader) {
        forgetUsedUpBatch();
        ContextIdentityMaps maps = ContextIdentityMaps.of((Session) reader);
        if (maps != null) {
            maps.arrivals().begin(this, mapping.isCollectionMapping());
        }
        Object loaded = through(reader).getValue();
        rememberContent(loaded);
        return loaded;
    }

    private void rememberContent(@Nullable Object loaded) {
        if (loaded != null
                && mapping instanceof CollectionMapping collection
                && !mapping.getDescriptor().getObjectChangePolicy().isObjectChangeTrackingPolicy()) {
            contentWhenLoaded = new SnapshotContent(loaded, collection);
        }
    }

    @Override
    protected void resetFields() {
        super.resetFields();
        source = null;
    }

    @Override
    public @Nullable Object instantiateForUnitOfWorkValueHolder(UnitOfWorkValueHolder<Object> holder) {
        return getValue();
    }

    @Override
    public boolean isPessimisticLockingValueHolder() {
        return false;
    }

    @Override
    public @Nullable ValueHolderInterface<Object> getWrappedValueHolder() {
        return source;
    }
}
