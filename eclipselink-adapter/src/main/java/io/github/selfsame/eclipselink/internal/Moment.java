package io.github.selfsame.eclipselink.internal;

import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.Session;

/**
 * When something was read in a unit of work. As long as the moment is the same, a read would see the same rows, as far as that
 * depends on what the library knows of.
 *
 * @param writes how often the unit of work has written or forgotten something by then
 * @param isInTransaction whether its reads belong to a transaction
 * @param associations the time of the {@link AssociationClock}, that commits of others move on
 */
record Moment(long writes, boolean isInTransaction, long associations) {

    /** When nothing is known about the unit of work. */
    static final Moment NEVER = new Moment(-1, false, -1);

    /** When something is read in a unit of work now. */
    static Moment in(UnitOfWorkImpl unitOfWork) {
        ContextIdentityMaps maps = ContextIdentityMaps.of((Session) unitOfWork);
        return maps == null ? NEVER : maps.leases().moment();
    }

    /** Whether no commit or rollback has moved anything between this and another moment. */
    boolean hasSameAssociations(Moment other) {
        return associations == other.associations;
    }
}
