package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;

/**
 * Hierarchies that are mapped to the same tables: a second entity with fewer columns, an entity of a link table or of the table of an
 * element collection. What is written for one of them shows in the other one.
 */
final class SharedTables {

    /** By a hierarchy, the other ones that may look different after rows of it were written. */
    private final Map<Class<?>, Set<Class<?>>> sharing = new HashMap<>();

    /**
     * The tables of one hierarchy.
     *
     * @param rows those of its own
     * @param links those that its associations and element collections are in
     */
    private record Tables(Set<String> rows, Set<String> links) {

        /** Whether what is written for this hierarchy shows in the other one. */
        boolean showIn(Tables other) {
            return !Collections.disjoint(other.rows, rows)
                    || !Collections.disjoint(other.rows, links)
                    || !Collections.disjoint(other.links, rows);
        }
    }

    SharedTables(Collection<ClassDescriptor> descriptors) {
        Map<Class<?>, Tables> tables = new HashMap<>();
        for (ClassDescriptor descriptor : descriptors) {
            if (!descriptor.isDescriptorTypeAggregate()) {
                Tables ofType = tables.computeIfAbsent(
                        EclipseLinkUnit.rootTypeOf(descriptor), type -> new Tables(new HashSet<>(), new HashSet<>()));
                addAll(EclipseLinkInternals.tables(descriptor), ofType.rows());
                addLinks(descriptor, ofType.links());
            }
        }
        tables.forEach((written, itsTables) -> tables.forEach((other, others) -> {
            if (written != other && itsTables.showIn(others)) {
                sharing.computeIfAbsent(written, type -> new HashSet<>()).add(other);
            }
        }));
    }

    private static void addLinks(ClassDescriptor holder, Set<String> links) {
        for (DatabaseMapping mapping : EclipseLinkInternals.mappings(holder)) {
            if (mapping instanceof AggregateObjectMapping embedded && embedded.getReferenceDescriptor() != null) {
                addLinks(embedded.getReferenceDescriptor(), links);
            } else if (mapping instanceof ManyToManyMapping association) {
                add(association.getRelationTable(), links);
            } else if (mapping instanceof DirectCollectionMapping collection) {
                add(collection.getReferenceTable(), links);
            } else if (mapping instanceof AggregateCollectionMapping collection
                    && collection.getReferenceDescriptor() != null) {
                addAll(EclipseLinkInternals.tables(collection.getReferenceDescriptor()), links);
            } else if (mapping instanceof OneToOneMapping reference && reference.hasRelationTableMechanism()) {
                add(reference.getRelationTableMechanism().getRelationTable(), links);
            }
        }
    }

    private static void addAll(Collection<DatabaseTable> tables, Set<String> names) {
        tables.forEach(table -> add(table, names));
    }

    /** Schemas are left out, since one may be named by the connection only: that takes too many for the same rather than too few. */
    private static void add(DatabaseTable table, Set<String> names) {
        if (table != null) {
            names.add(table.getName().toUpperCase(Locale.ROOT));
        }
    }

    /** The other hierarchies that may look different after rows of one were written. */
    Set<Class<?>> sharingWith(Class<?> rootType) {
        return sharing.getOrDefault(rootType, Set.of());
    }
}
