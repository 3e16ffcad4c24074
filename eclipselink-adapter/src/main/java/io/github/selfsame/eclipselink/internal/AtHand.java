package io.github.selfsame.eclipselink.internal;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.VersionLockingPolicy;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/** The instances of a type that a unit of work manages, or can take over from the current map without a statement. */
public final class AtHand {

    private final ContextIdentityMaps maps;
    private final ContextLease lease;
    private final UnitOfWorkImpl unitOfWork;
    private final ClassDescriptor descriptor;

    private AtHand(
            ContextIdentityMaps maps, ContextLease lease, UnitOfWorkImpl unitOfWork, ClassDescriptor descriptor) {
        this.maps = maps;
        this.lease = lease;
        this.unitOfWork = unitOfWork;
        this.descriptor = descriptor;
    }

    /**
     * The instances of a type.
     *
     * @param unitOfWork a unit of work
     * @param descriptor the type
     * @return the instances, or {@code null} if no map is current
     */
    public static @Nullable AtHand in(UnitOfWorkImpl unitOfWork, ClassDescriptor descriptor) {
        ContextIdentityMaps maps = ContextIdentityMaps.of((Session) unitOfWork);
        ContextLease lease = maps == null ? null : maps.leases().current();
        return maps == null || lease == null ? null : new AtHand(maps, lease, unitOfWork, descriptor);
    }

    /**
     * Whether a unit of work has changed rows of a type by statements past the instances, and not committed that.
     *
     * @param unitOfWork a unit of work
     * @param descriptor the type
     * @return whether it may have
     */
    public static boolean isChangedInBulk(UnitOfWorkImpl unitOfWork, ClassDescriptor descriptor) {
        ContextIdentityMaps maps = ContextIdentityMaps.of((Session) unitOfWork);
        return maps == null
                ? unitOfWork.shouldReadFromDB()
                : maps.leases().haveChangedInBulk(EclipseLinkUnit.rootTypeOf(descriptor));
    }

    /**
     * The field that tells whether an instance lags behind its row (rule R6).
     *
     * @return the field, or {@code null} if the type has no version
     */
    public @Nullable DatabaseField versionField() {
        return descriptor.getOptimisticLockingPolicy() instanceof VersionLockingPolicy policy
                ? policy.getWriteLockField()
                : null;
    }

    /**
     * The instance of a row.
     *
     * @param primaryKey the key of the row
     * @param row what has been read of the row: its version, if the type has one
     * @return the managed instance; {@code null} if the row has to be read, since there is no instance, or it lags behind,
     *     or its unit of work has removed it
     */
    public @Nullable Object get(Object primaryKey, AbstractRecord row) {
        lease.rowRead(descriptor, primaryKey, row, false);
        Object instance = maps.reads().adopted(descriptor, primaryKey);
        return instance == null
                        || unitOfWork.isObjectDeleted(instance)
                        || !descriptor.getJavaClass().isInstance(instance)
                ? null
                : instance;
    }
}
