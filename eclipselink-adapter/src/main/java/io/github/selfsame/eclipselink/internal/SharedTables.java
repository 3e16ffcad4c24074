package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import io.github.selfsame.eclipselink.internal.access.KeyFields;
import io.github.selfsame.eclipselink.internal.access.Mappings;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.RelationTableMechanism;
import org.jspecify.annotations.Nullable;

/**
 * Hierarchies that are mapped to the same tables: a second entity with fewer columns, an entity of a link table or of the table of an
 * element collection. What is written for one of them shows in the other one.
 */
final class SharedTables {

    /** By a hierarchy, the other ones that may look different after rows of it were written. */
    private final Map<Class<?>, Set<Class<?>>> sharing = new HashMap<>();

    SharedTables(Collection<ClassDescriptor> descriptors) {
        // by a table, the hierarchies whose rows are there, and those whose associations and element collections are
        Map<String, Set<Class<?>>> owners = new HashMap<>();
        Map<String, Set<Class<?>>> linked = new HashMap<>();
        for (ClassDescriptor descriptor : descriptors) {
            if (!descriptor.isDescriptorTypeAggregate()) {
                Class<?> type = EclipseLinkUnit.rootTypeOf(descriptor);
                EclipseLinkInternals.tables(descriptor).forEach(table -> add(table, type, owners));
                Mappings.forEach(descriptor, mapping -> addLinks(mapping, type, linked));
            }
        }
        owners.forEach((table, types) -> {
            Set<Class<?>> others = linked.getOrDefault(table, Set.of());
            types.forEach(type -> showIn(types, type));
            types.forEach(type -> showIn(others, type));
            others.forEach(type -> showIn(types, type));
        });
    }

    private static void addLinks(DatabaseMapping mapping, Class<?> type, Map<String, Set<Class<?>>> linked) {
        if (mapping instanceof DirectCollectionMapping collection) {
            add(collection.getReferenceTable(), type, linked);
        } else if (mapping instanceof AggregateCollectionMapping collection
                && collection.getReferenceDescriptor() != null) {
            EclipseLinkInternals.tables(collection.getReferenceDescriptor()).forEach(table -> add(table, type, linked));
        } else if (mapping instanceof ForeignReferenceMapping association) {
            RelationTableMechanism link = KeyFields.link(association);
            if (link != null) {
                add(link.getRelationTable(), type, linked);
            }
        }
    }

    /** What is written for a hierarchy shows in others. */
    private void showIn(Set<Class<?>> others, Class<?> written) {
        for (Class<?> other : others) {
            if (other != written) {
                sharing.computeIfAbsent(written, type -> new HashSet<>()).add(other);
            }
        }
    }

    /** Schemas are left out, since one may be named by the connection only: that takes too many for the same rather than too few. */
    private static void add(@Nullable DatabaseTable table, Class<?> type, Map<String, Set<Class<?>>> types) {
        if (table != null) {
            types.computeIfAbsent(table.getName().toUpperCase(Locale.ROOT), name -> new HashSet<>())
                    .add(type);
        }
    }

    /** The other hierarchies that may look different after rows of one were written. */
    Set<Class<?>> sharingWith(Class<?> rootType) {
        return sharing.getOrDefault(rootType, Set.of());
    }
}
