package io.github.selfsame.eclipselink.internal.query;

import static io.github.selfsame.eclipselink.internal.query.QueryMessages.MESSAGES;

import io.github.selfsame.eclipselink.internal.AtHand;
import io.github.selfsame.eclipselink.internal.prefetch.ManagedPrefetch;
import io.github.selfsame.prefetch.Prefetch;
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
    private final List<Prefetch<?, ?>> prefetches;
    private final boolean withDefaults;

    private PrefetchAfterQuery(
            @Nullable UnitOfWorkImpl context, List<Prefetch<?, ?>> prefetches, boolean withDefaults) {
        this.context = context;
        this.prefetches = prefetches;
        this.withDefaults = withDefaults;
    }

    /** Finds out what is to be prefetched, and takes it from what the query would load itself. */
    static PrefetchAfterQuery of(DatabaseQuery query, Session session) {
        Map<String, Object> hints = HintValues.of(query);
        List<Prefetch<?, ?>> prefetches = new ArrayList<>(HintValues.prefetches(hints));
        if (query instanceof ObjectLevelReadQuery read && PrefetchedGraph.isWanted(hints, session)) {
            PrefetchedGraph.takeFrom(read).forEach(path -> prefetches.add(Prefetch.of(path)));
        }
        if (!(session instanceof UnitOfWorkImpl context)) {
            if (!prefetches.isEmpty()) {
                throw MESSAGES.readOnly(prefetches.toString());
            }
            return new PrefetchAfterQuery(null, prefetches, false);
        }
        if (!prefetches.isEmpty()
                && query instanceof ReadAllQuery all
                && all.getContainerPolicy().isCursorPolicy()) {
            throw MESSAGES.cursor(prefetches.toString());
        }
        boolean isWithDefaults = DefaultPrefetches.concern(query, session)
                && HintValues.isOn(HintNames.DEFAULT_PREFETCH, hints, true)
                && query.getDescriptor() != null
                && AtHand.in(context, query.getDescriptor()) != null;
        if (!prefetches.isEmpty() && query.getDescriptor() != null && query instanceof ObjectLevelReadQuery read) {
            // a wrong path is an error whether or not there are results
            check(read, prefetches);
        }
        return new PrefetchAfterQuery(context, prefetches, isWithDefaults);
    }

    private static void check(ObjectLevelReadQuery query, List<Prefetch<?, ?>> prefetches) {
        if (!query.isReportQuery()) {
            ManagedPrefetch.check(query.getDescriptor(), prefetches);
        }
    }

    void run(@Nullable Object result) {
        if (context != null && result != null && (withDefaults || !prefetches.isEmpty())) {
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
        Set<String> defaults = new LinkedHashSet<>();
        List<String> paths = paths();
        types.forEach(type -> defaults.addAll(DefaultPrefetches.with(paths, type, withDefaults)));
        List<Prefetch<?, ?>> all = new ArrayList<>(prefetches);
        defaults.forEach(path -> all.add(Prefetch.of(path)));
        ManagedPrefetch.run(managing, entities, all);
    }

    /** What the prefetches lead to. */
    private List<String> paths() {
        List<String> paths = new ArrayList<>();
        prefetches.forEach(prefetch -> addPaths(prefetch, "", paths));
        return paths;
    }

    private static void addPaths(Prefetch<?, ?> prefetch, String prefix, List<String> paths) {
        String path = prefix + String.join(".", prefetch.path());
        paths.add(path);
        prefetch.nested().forEach(nested -> addPaths(nested, path + ".", paths));
    }

    private ClassDescriptor typeOf(Object element, UnitOfWorkImpl managing) {
        ClassDescriptor descriptor = managing.getDescriptor(element.getClass());
        if (descriptor == null || descriptor.isDescriptorTypeAggregate()) {
            throw MESSAGES.noEntities(prefetches.toString(), element.getClass().getTypeName());
        }
        return descriptor;
    }
}
