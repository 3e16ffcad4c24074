package io.github.selfsame.eclipselink.internal.query;

import io.github.selfsame.eclipselink.internal.access.Subtypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.config.QueryHints;
import org.eclipse.persistence.core.queries.CoreAttributeGroup;
import org.eclipse.persistence.core.queries.CoreAttributeItem;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.queries.FetchGroup;
import org.eclipse.persistence.queries.LoadGroup;
import org.eclipse.persistence.queries.ObjectLevelReadQuery;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/** The associations of an entity graph, as paths to prefetch (rule P12). */
final class PrefetchedGraph {

    /** The property of a persistence unit that says it for all its entity graphs. */
    static final String UNIT_PROPERTY = "selfsame.prefetch-graphs";

    private final Set<String> paths = new LinkedHashSet<>();
    private boolean hasMapKeys;

    private PrefetchedGraph() {}

    static boolean isHinted(Map<String, Object> hints) {
        return hints.containsKey(QueryHints.JPA_LOAD_GRAPH) || hints.containsKey(QueryHints.JPA_FETCH_GRAPH);
    }

    static boolean isWanted(Map<String, Object> hints, Session session) {
        return isHinted(hints)
                && HintValues.isOn(HintNames.PREFETCH_GRAPH, hints, "true".equals(session.getProperty(UNIT_PROPERTY)));
    }

    /**
     * The associations that the query would load after it has run, which it does not any more then. Which other attributes
     * it loads stays as it is. A graph with keys of maps is left to EclipseLink.
     */
    static Collection<String> takeFrom(ObjectLevelReadQuery query) {
        LoadGroup load = query.getLoadGroup();
        FetchGroup fetch = query.getFetchGroup();
        PrefetchedGraph graph = new PrefetchedGraph();
        if (load != null) {
            graph.add(load, query.getDescriptor(), "");
        } else if (fetch != null && fetch.shouldLoad()) {
            graph.add(fetch, query.getDescriptor(), "");
        }
        if (graph.hasMapKeys || graph.paths.isEmpty()) {
            return List.of();
        }
        if (load != null) {
            query.setLoadGroup(null);
        } else if (fetch != null) {
            FetchGroup unloaded = fetch.clone();
            unloaded.setShouldLoadAll(false);
            query.setFetchGroup(unloaded);
        }
        return graph.paths;
    }

    private void add(CoreAttributeGroup<?, ?> group, @Nullable ClassDescriptor descriptor, String prefix) {
        for (Object entry : group.getAllItems().values()) {
            CoreAttributeItem<?> item = (CoreAttributeItem<?>) entry;
            DatabaseMapping mapping = descriptor == null ? null : Subtypes.mapping(descriptor, item.getAttributeName());
            hasMapKeys |= item.getKeyGroups() != null && !item.getKeyGroups().isEmpty();
            if (mapping == null) {
                continue;
            }
            String path = prefix + item.getAttributeName();
            if (mapping instanceof ForeignReferenceMapping) {
                paths.add(path);
            }
            for (CoreAttributeGroup<?, ?> below : groupsOf(item)) {
                add(below, mapping.getReferenceDescriptor(), path + ".");
            }
        }
    }

    private static List<CoreAttributeGroup<?, ?>> groupsOf(CoreAttributeItem<?> item) {
        List<CoreAttributeGroup<?, ?>> groups = new ArrayList<>();
        if (item.getGroups() != null) {
            item.getGroups().values().forEach(group -> groups.add((CoreAttributeGroup<?, ?>) group));
        }
        return groups;
    }
}
