package io.github.selfsame.eclipselink.internal.query;

import io.github.selfsame.eclipselink.internal.AtHand;
import io.github.selfsame.eclipselink.internal.access.InternalQuery;
import io.github.selfsame.eclipselink.internal.prefetch.EntitiesByKey;
import io.github.selfsame.eclipselink.internal.prefetch.KeyList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.queries.ContainerPolicy;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.ObjectLevelReadQuery;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.eclipse.persistence.queries.ReportQuery;
import org.eclipse.persistence.sessions.DatabaseRecord;
import org.jspecify.annotations.Nullable;

/**
 * An entity query that reads keys (and versions) first, takes what the unit of work or the map has, and reads what is
 * missing by key (rule Q1).
 */
final class KeyFirstQuery {

    private final ReadAllQuery query;
    private final ClassDescriptor descriptor;
    private final UnitOfWorkImpl unitOfWork;
    private final AtHand atHand;

    KeyFirstQuery(ReadAllQuery query, UnitOfWorkImpl unitOfWork, AtHand atHand) {
        this.query = query;
        this.descriptor = query.getDescriptor();
        this.unitOfWork = unitOfWork;
        this.atHand = atHand;
    }

    /** Whether the query asks for nothing that only reading whole rows can give. */
    static boolean isPossible(ReadAllQuery query) {
        return query.getClass() == ReadAllQuery.class
                && query.isExpressionQuery()
                && !asksForMore(query)
                && !goesToTheDatabase(query)
                && query.getContainerPolicy().isCollectionPolicy()
                && !query.getContainerPolicy().isCursorPolicy();
    }

    private static boolean asksForMore(ReadAllQuery query) {
        return query.hasJoining()
                || query.hasBatchReadAttributes()
                || query.getLoadGroup() != null
                || query.hasFetchGroup()
                || query.getFetchGroupName() != null
                || query.hasPartialAttributeExpressions()
                || query.hasAdditionalFields()
                || query.shouldIncludeData()
                || query.hasUnionExpressions()
                || query.hasHierarchicalExpressions()
                || query.hasAsOfClause();
    }

    private static boolean goesToTheDatabase(ReadAllQuery query) {
        return query.isLockQuery()
                || query.getLockModeType() != null
                || query.shouldRefreshIdentityMapResult()
                || query.shouldRetrieveBypassCache()
                || query.shouldStoreBypassCache()
                || query.shouldConformResultsInUnitOfWork()
                || query.shouldCheckCacheOnly()
                || query.getCacheUsage() == ObjectLevelReadQuery.DoNotCheckCache
                || query.getQueryResultsCachePolicy() != null
                || query.isReadOnly()
                || !query.shouldMaintainCache();
    }

    /** Whether the type is one whose keys can be read by themselves, and the rows of several keys together. */
    private static boolean hasKeysOfItsOwn(ClassDescriptor descriptor) {
        return !descriptor.hasTablePerClassPolicy()
                && EntitiesByKey.areFoundTogether(descriptor)
                && !descriptor.getObjectBuilder().hasJoinedAttributes();
    }

    Object run(AbstractRecord arguments) {
        if (!hasKeysOfItsOwn(descriptor)) {
            return query.execute(unitOfWork, arguments);
        }
        List<Object> keys = new ArrayList<>();
        Map<Object, @Nullable Object> found = new LinkedHashMap<>();
        for (AbstractRecord row : readKeys(arguments)) {
            Object key = descriptor.getObjectBuilder().extractPrimaryKeyFromRow(row, unitOfWork);
            keys.add(key);
            if (!found.containsKey(key)) {
                found.put(key, atHand.get(key, row));
            }
        }
        readMissing(found);
        return result(keys, found);
    }

    private List<AbstractRecord> readKeys(AbstractRecord arguments) {
        List<DatabaseField> fields = new ArrayList<>(descriptor.getPrimaryKeyFields());
        DatabaseField version = atHand.versionField();
        if (version != null) {
            fields.add(version);
        }
        List<?> values = (List<?>) unitOfWork.executeQuery(keyQuery(fields), arguments);
        List<AbstractRecord> rows = new ArrayList<>(values.size());
        for (Object value : values) {
            Object[] of = (Object[]) value;
            AbstractRecord row = new DatabaseRecord(of.length);
            for (int index = 0; index < of.length; index++) {
                row.put(fields.get(index), of[index]);
            }
            rows.add(row);
        }
        return rows;
    }

    private ReportQuery keyQuery(List<DatabaseField> fields) {
        ReportQuery keys = new ReportQuery(query.getReferenceClass(), query.getExpressionBuilder());
        keys.setSelectionCriteria(query.getSelectionCriteria());
        query.getOrderByExpressions().forEach(keys::addOrdering);
        keys.setDistinctState(query.getDistinctState());
        keys.setNonFetchJoinAttributeExpressions(query.getNonFetchJoinAttributeExpressions());
        keys.setShouldOuterJoinSubclasses(query.shouldOuterJoinSubclasses());
        keys.setMaxRows(query.getMaxRows());
        keys.setFirstResult(query.getFirstResult());
        keys.setFetchSize(query.getFetchSize());
        keys.setQueryTimeout(query.getQueryTimeout());
        keys.setQueryTimeoutUnit(query.getQueryTimeoutUnit());
        keys.setHintString(query.getHintString());
        keys.setArguments(query.getArguments());
        keys.setArgumentTypes(query.getArgumentTypes());
        keys.setReturnType(ReportQuery.ShouldReturnArray);
        for (DatabaseField field : fields) {
            keys.addAttribute(field.getName(), query.getExpressionBuilder().getField(field));
        }
        return keys;
    }

    private void readMissing(Map<Object, @Nullable Object> found) {
        List<Object> missing = new ArrayList<>();
        found.forEach((key, entity) -> {
            if (entity == null) {
                missing.add(key);
            }
        });
        KeyList missingKeys = KeyList.of(missing, unitOfWork.getPlatform(descriptor.getJavaClass()));
        for (List<Object> chunk : missingKeys.chunks()) {
            ReadAllQuery read = new ReadAllQuery(query.getReferenceClass());
            read.setSelectionCriteria(missingKeys.condition(read.getExpressionBuilder(), descriptor, chunk));
            InternalQuery.mark(read);
            for (Object entity : (List<?>) unitOfWork.executeQuery(read)) {
                found.put(unitOfWork.getId(entity), entity);
            }
        }
    }

    /** A row that was deleted in between is in neither. */
    private Object result(List<Object> keys, Map<Object, @Nullable Object> found) {
        ContainerPolicy policy = query.getContainerPolicy();
        Object container = policy.containerInstance(Math.max(1, keys.size()));
        for (Object key : keys) {
            Object entity = found.get(key);
            if (entity != null) {
                policy.addInto(entity, container, unitOfWork);
            }
        }
        return container;
    }
}
