package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;

/**
 * When a unit of work may use what the associations of instances had loaded before it took them over.
 *
 * @param clock knows when associations were changed by a commit
 * @param revalidates whether each transaction reads again
 * @param uncommitted what the unit of work itself has written
 */
record Freshness(AssociationClock clock, boolean revalidates, UncommittedWrites uncommitted) {

    /** Whether the unit of work need not read the association again, as far as itself is concerned. */
    boolean permits(ForeignReferenceMapping association, UnitOfWorkImpl unitOfWork) {
        return !(revalidates && EclipseLinkInternals.isInTransaction(unitOfWork))
                && !(AssociationSource.dependsOnTargets(association)
                        && uncommitted.concernTargets(
                                EclipseLinkUnit.rootTypeOf(association.getReferenceDescriptor())));
    }

    /** Whether the shared cache may know of all changes of what it has loaded for such an association (rule R20). */
    boolean permitsShared(ForeignReferenceMapping association) {
        if (!AssociationSource.dependsOnTargets(association)) {
            return true;
        }
        Class<?> targets = EclipseLinkUnit.rootTypeOf(association.getReferenceDescriptor());
        return !clock.hasChanged(targets) && !uncommitted.concernTargets(targets);
    }
}
