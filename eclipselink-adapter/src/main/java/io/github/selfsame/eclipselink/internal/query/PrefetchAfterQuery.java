package io.github.selfsame.eclipselink.internal.query;

import static io.github.selfsame.eclipselink.internal.query.QueryMessages.MESSAGES;

import io.github.selfsame.eclipselink.internal.AtHand;
import io.github.selfsame.eclipselink.internal.prefetch.ManagedPrefetch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.ObjectLevelReadQuery;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/**
 * What is to be prefetched for the entities that a query gives: by its hint, by its entity graph, and by their own
 * defaults. A hint is honoured or is an error, with a current map or without; it is never skipped.
 */
final class PrefetchAfterQuery {

    private final @Nullable UnitOfWorkImpl context;
    private final List<String> paths;
    private final boolean withDefaults;

    private PrefetchAfterQuery(@Nullable UnitOfWorkImpl context, List<String> paths, boolean withDefaults) {
        this.context = context;
        this.paths = paths;
        this.withDefaults = withDefaults;
    }

    /** Finds out what is to be prefetched, and takes it from what the query would load itself. */
    static PrefetchAfterQuery of(DatabaseQuery query, Session session) {
        Map<String, Object> hints = HintValues.of(query);
        List<String> paths = new ArrayList<>(HintValues.prefetches(hints));
        if (query instanceof ObjectLevelReadQuery read && PrefetchedGraph.isWanted(hints, session)) {
            paths.addAll(PrefetchedGraph.takeFrom(read));
        }
        if (!(session instanceof UnitOfWorkImpl context)) {
            if (!paths.isEmpty()) {
                throw MESSAGES.readOnly(paths.toString());
            }
            return new PrefetchAfterQuery(null, paths, false);
        }
        if (!paths.isEmpty()
                && query instanceof ReadAllQuery all
                && all.getContainerPolicy().isCursorPolicy()) {
            throw MESSAGES.cursor(paths.toString());
        }
        boolean isWithDefaults = DefaultPrefetches.concern(query, session)
                && HintValues.isOn(HintNames.DEFAULT_PREFETCH, hints, true)
                && query.getDescriptor() != null
                && AtHand.in(context, query.getDescriptor()) != null;
        if (!paths.isEmpty() && query.getDescriptor() != null && query instanceof ObjectLevelReadQuery read) {
            // a wrong path is an error whether or not there are results
            check(read, context, paths);
        }
        return new PrefetchAfterQuery(context, paths, isWithDefaults);
    }

    private static void check(ObjectLevelReadQuery query, UnitOfWorkImpl context, List<String> paths) {
        if (!query.isReportQuery()) {
            ManagedPrefetch.check(context, query.getDescriptor(), paths);
        }
    }

    void run(@Nullable Object result) {
        if (context != null && result != null && (withDefaults || !paths.isEmpty())) {
            run(result, context);
        }
    }

    private void run(Object result, UnitOfWorkImpl managing) {
        List<Object> entities = new ArrayList<>();
        Set<ClassDescriptor> types = new LinkedHashSet<>();
        for (Object element : result instanceof Collection<?> several ? several : List.of(result)) {
            if (element != null) {
                entities.add(element);
                types.add(typeOf(element, managing));
            }
        }
        Set<String> all = new LinkedHashSet<>();
        types.forEach(type -> all.addAll(DefaultPrefetches.with(paths, type, withDefaults)));
        ManagedPrefetch.run(managing, entities, List.copyOf(all));
    }

    private ClassDescriptor typeOf(Object element, UnitOfWorkImpl managing) {
        ClassDescriptor descriptor = managing.getDescriptor(element.getClass());
        if (descriptor == null || descriptor.isDescriptorTypeAggregate()) {
            throw MESSAGES.noEntities(paths.toString(), element.getClass().getTypeName());
        }
        return descriptor;
    }
}
