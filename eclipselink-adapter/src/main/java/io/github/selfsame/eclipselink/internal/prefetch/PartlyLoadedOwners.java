package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.access.InternalQuery;
import jakarta.persistence.EntityNotFoundException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.FetchGroupManager;
import org.eclipse.persistence.descriptors.changetracking.ChangeTracker;
import org.eclipse.persistence.internal.descriptors.changetracking.ObjectChangeListener;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.queries.FetchGroupTracker;
import org.eclipse.persistence.queries.ReadAllQuery;

/**
 * Owners that were read by a fetch group without the attribute that is to be loaded. By itself EclipseLink reads the rest of
 * each of them when the attribute is touched; here it is read for all of them together (rules P1 and R12), but for those that
 * have been changed.
 */
final class PartlyLoadedOwners {

    private PartlyLoadedOwners() {}

    /**
     * Completes the owners that lack an attribute.
     *
     * @param owners the owners by the mapping of the attribute
     * @throws EntityNotFoundException if an owner is a mere reference to a row that is not there, as when it is touched
     */
    static void complete(Map<DatabaseMapping, List<Owner>> owners, UnitOfWorkImpl unitOfWork, StepTally tally) {
        Map<ClassDescriptor, Set<Object>> partial = new LinkedHashMap<>();
        owners.forEach((mapping, having) -> {
            for (Owner owner : having) {
                ClassDescriptor descriptor = owner.descriptor();
                if (descriptor != null && isMissing(owner, mapping, descriptor) && isUnchanged(owner.entity())) {
                    partial.computeIfAbsent(descriptor, type -> new LinkedHashSet<>())
                            .add(unitOfWork.getId(owner.entity()));
                }
            }
        });
        partial.forEach((descriptor, keys) -> {
            if (keys.size() > 1 && EntitiesByKey.areFoundTogether(descriptor)) {
                read(
                        descriptor,
                        KeyList.of(keys, unitOfWork.getPlatform(descriptor.getJavaClass())),
                        unitOfWork,
                        tally);
            }
        });
        owners.forEach((mapping, having) -> having.forEach(owner -> completeByItself(owner, mapping)));
    }

    private static boolean isMissing(Owner owner, DatabaseMapping mapping, ClassDescriptor descriptor) {
        FetchGroupManager fetchGroups = descriptor.getFetchGroupManager();
        return owner.entity() == owner.holder()
                && fetchGroups != null
                && fetchGroups.isPartialObject(owner.entity())
                && !fetchGroups.isAttributeFetched(owner.entity(), mapping.getAttributeName());
    }

    /** Where the rest of an entity comes by a query, EclipseLink takes the whole row: changes would be lost. */
    private static boolean isUnchanged(Object entity) {
        return entity instanceof ChangeTracker tracker
                && tracker._persistence_getPropertyChangeListener() instanceof ObjectChangeListener listener
                && !listener.hasChanges();
    }

    /** What EclipseLink does when the attribute is touched. */
    private static void completeByItself(Owner owner, DatabaseMapping mapping) {
        if (owner.descriptor() != null
                && isMissing(owner, mapping, owner.descriptor())
                && owner.entity() instanceof FetchGroupTracker tracker) {
            String problem =
                    tracker._persistence_getFetchGroup().onUnfetchedAttribute(tracker, mapping.getAttributeName());
            if (problem != null) {
                throw new EntityNotFoundException(problem);
            }
        }
    }

    private static void read(ClassDescriptor descriptor, KeyList keys, UnitOfWorkImpl unitOfWork, StepTally tally) {
        for (List<Object> chunk : keys.chunks()) {
            ReadAllQuery query = new ReadAllQuery(descriptor.getJavaClass());
            query.setSelectionCriteria(keys.condition(query.getExpressionBuilder(), descriptor, chunk));
            query.setShouldUseDefaultFetchGroup(false);
            EagerReferences.join(query, descriptor, null, unitOfWork);
            InternalQuery.mark(query);
            BulkQueries.execute(query, unitOfWork, tally);
        }
    }
}
