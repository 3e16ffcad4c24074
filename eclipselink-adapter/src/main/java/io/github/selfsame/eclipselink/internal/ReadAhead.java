package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Containers;
import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/**
 * What was read for an association before it is touched. It is taken then if it is what lazy loading would show: the unit of
 * work has written nothing meanwhile, and manages all of it still.
 *
 * @param value the target, a container that nobody else has, or {@code null} if there is no target
 * @param isReadPast whether it was read past the unit of work, which has to make copies of its own
 * @param moment when it was read; {@code null} if it is to be taken whatever happens
 * @param since it is true at least since then, in the time of the {@link AssociationClock}
 */
record ReadAhead(@Nullable Object value, boolean isReadPast, @Nullable Moment moment, long since) {

    /** What is taken at once. */
    static ReadAhead toTake(@Nullable Object value) {
        return new ReadAhead(value, false, null, Long.MIN_VALUE);
    }

    /** What a unit of work has read just now. */
    static ReadAhead now(@Nullable Object value, boolean isReadPast, UnitOfWorkImpl unitOfWork) {
        return new ReadAhead(value, isReadPast, Moment.in(unitOfWork), ContextIdentityMaps.readSince(unitOfWork));
    }

    /** Whether no commit or rollback has changed any association since, so that others may take it, too. */
    boolean isOfUseAfter(UnitOfWorkImpl unitOfWork) {
        return moment != null && moment.hasSameAssociations(Moment.in(unitOfWork));
    }

    /** Whether lazy loading would show the same now. */
    boolean isTrueIn(UnitOfWorkImpl unitOfWork, ForeignReferenceMapping mapping) {
        return moment == null
                || (moment.equals(Moment.in(unitOfWork))
                        && !EclipseLinkInternals.isWriting(unitOfWork)
                        && areManaged(mapping, unitOfWork));
    }

    private boolean areManaged(ForeignReferenceMapping mapping, UnitOfWorkImpl unitOfWork) {
        if (value == null) {
            return true;
        }
        if (!(mapping instanceof CollectionMapping collection)) {
            return isManaged(value, unitOfWork);
        }
        return Containers.areAll(
                collection,
                value,
                element -> element instanceof Map.Entry<?, ?> entry
                        ? isManaged(entry.getKey(), unitOfWork) && isManaged(entry.getValue(), unitOfWork)
                        : isManaged(element, unitOfWork));
    }

    /** Values have no life of their own; an entity may have been detached or removed. */
    private static boolean isManaged(@Nullable Object element, UnitOfWorkImpl unitOfWork) {
        ClassDescriptor descriptor = element == null ? null : unitOfWork.getDescriptor(element.getClass());
        return element == null
                || descriptor == null
                || descriptor.isDescriptorTypeAggregate()
                || unitOfWork.isClassReadOnly(element.getClass(), descriptor)
                || (unitOfWork.getCloneMapping().containsKey(element) && !unitOfWork.isObjectDeleted(element));
    }
}
