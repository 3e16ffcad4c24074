package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.AtHand;
import io.github.selfsame.eclipselink.internal.LoadedAssociation;
import io.github.selfsame.eclipselink.internal.access.InternalQuery;
import io.github.selfsame.eclipselink.internal.access.Partitions;
import io.github.selfsame.eclipselink.internal.access.RowConditions;
import io.github.selfsame.eclipselink.internal.access.SharedCache;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.FetchGroupManager;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.eclipse.persistence.queries.ReadObjectQuery;
import org.jspecify.annotations.Nullable;

/** Finds entities by key: what is at hand without a statement, what is missing in as few as possible. */
public final class EntitiesByKey {

    private final UnitOfWorkImpl unitOfWork;
    private final ClassDescriptor descriptor;

    /**
     * Prepares to find.
     *
     * @param unitOfWork what is to manage the entities
     * @param descriptor their type
     */
    public EntitiesByKey(UnitOfWorkImpl unitOfWork, ClassDescriptor descriptor) {
        this.unitOfWork = unitOfWork;
        this.descriptor = descriptor;
    }

    /**
     * Finds entities as {@code EntityManager.find} does.
     *
     * @param keys keys in EclipseLink's form, with repetitions or without
     * @return the entity of each key, {@code null} where there is none
     */
    public List<@Nullable Object> find(List<Object> keys) {
        Map<Object, @Nullable Object> found = new HashMap<>();
        Set<Object> missing = new LinkedHashSet<>();
        for (Object key : keys) {
            if (!found.containsKey(key)) {
                Object entity = whole(key);
                found.put(key, entity);
                if (entity == null) {
                    missing.add(key);
                }
            }
        }
        Map<Object, Object> read = isWorthwhile(missing.size()) ? read(missing, new StepTally()) : Map.of();
        for (Object key : missing) {
            Object entity = read.get(key);
            if (entity != LoadedAssociation.NOTHING) {
                found.put(key, entity == null ? readSingly(key) : entity);
            }
        }
        List<@Nullable Object> entities = new ArrayList<>(keys.size());
        for (Object key : keys) {
            Object entity = found.get(key);
            entities.add(
                    entity == null
                                    || unitOfWork.isObjectDeleted(entity)
                                    || !descriptor.getJavaClass().isInstance(entity)
                            ? null
                            : entity);
        }
        return entities;
    }

    /** What a look-up would take without a statement: new entities too, but none that is loaded in part only (rule R12). */
    private @Nullable Object whole(Object key) {
        Object entity = atHand(key, descriptor, unitOfWork);
        FetchGroupManager fetchGroups = descriptor.getFetchGroupManager();
        if (entity == null) {
            return unitOfWork.getObjectFromNewObjects(descriptor.getJavaClass(), key);
        }
        return fetchGroups != null
                        && fetchGroups.isPartialObject(entity)
                        && !fetchGroups.isObjectValidForFetchGroup(
                                entity, fetchGroups.getEntityFetchGroup(fetchGroups.getDefaultFetchGroup()))
                ? null
                : entity;
    }

    /** What lazy loading would find without a statement. */
    static @Nullable Object atHand(Object key, ClassDescriptor descriptor, UnitOfWorkImpl unitOfWork) {
        return SharedCache.isFoundBy(unitOfWork, descriptor) && !AtHand.isChangedInBulk(unitOfWork, descriptor)
                ? unitOfWork
                        .getIdentityMapAccessorInstance()
                        .getFromIdentityMap(key, null, descriptor.getJavaClass(), false, descriptor)
                : unitOfWork
                        .getIdentityMapAccessorInstance()
                        .getIdentityMapManager()
                        .getFromIdentityMap(key, descriptor.getJavaClass(), descriptor);
    }

    /** Whether an object is an instance of a type that the unit of work manages and has not removed. */
    static boolean isManaged(@Nullable Object entity, ClassDescriptor type, UnitOfWorkImpl unitOfWork) {
        return type.getJavaClass().isInstance(entity)
                && unitOfWork.getCloneMapping().containsKey(entity)
                && !unitOfWork.isObjectDeleted(entity);
    }

    /** Whether one query finds all, and look-ups could not do with fewer statements: each stops at the first table that has the row. */
    boolean isWorthwhile(int keys) {
        int most = descriptor.hasTablePerClassPolicy()
                ? descriptor.getTablePerClassPolicy().getChildDescriptors().size()
                : 1;
        return keys > most && areFoundTogether(descriptor);
    }

    /**
     * Whether one query finds the rows of many keys, and nothing but a query of EclipseLink's own finds that of one.
     *
     * @param type the type
     */
    public static boolean areFoundTogether(ClassDescriptor type) {
        return !Partitions.divide(type) && !RowConditions.isReadByOwnQueries(type);
    }

    /**
     * Reads entities together.
     *
     * @return the entity of each key, or {@link LoadedAssociation#NOTHING} if there is none; without those of which nothing can be told
     */
    Map<Object, Object> read(Collection<Object> missing, StepTally tally) {
        Map<Object, Object> entities = new HashMap<>();
        List<List<Object>> parts = KeyForm.parts(missing);
        for (List<Object> part : parts) {
            if (part != parts.get(0)) {
                // the same row under another form of its key
                part.removeIf(key -> atHand(key, descriptor, unitOfWork) != null);
            }
            KeyList keys = KeyList.of(part, unitOfWork.getPlatform(descriptor.getJavaClass()));
            for (List<Object> chunk : keys.chunks()) {
                entities.putAll(read(keys, chunk, tally));
            }
            if (LoadedAssociation.isAhead(unitOfWork)) {
                // one statement is enough, for the part with what was touched
                break;
            }
        }
        return entities;
    }

    private Map<Object, Object> read(KeyList keys, List<Object> chunk, StepTally tally) {
        ReadAllQuery query = new ReadAllQuery(descriptor.getJavaClass());
        query.setSelectionCriteria(keys.condition(query.getExpressionBuilder(), descriptor, chunk));
        EagerReferences.join(query, descriptor, null, unitOfWork);
        InternalQuery.mark(query);
        Map<Object, Object> byForm = new HashMap<>();
        for (Object entity : (List<?>) BulkQueries.execute(query, unitOfWork, tally)) {
            byForm.put(KeyForm.of(unitOfWork.getId(entity)), entity);
        }
        Map<Object, Object> byKey = KeyForm.byKey(byForm, chunk, (one, other) -> one);
        if (byKey == null) {
            return Map.of();
        }
        chunk.forEach(key -> byKey.putIfAbsent(key, LoadedAssociation.NOTHING));
        return byKey;
    }

    private @Nullable Object readSingly(Object key) {
        ReadObjectQuery query = new ReadObjectQuery(descriptor.getJavaClass());
        query.setSelectionId(key);
        query.conformResultsInUnitOfWork();
        return unitOfWork.executeQuery(query);
    }
}
