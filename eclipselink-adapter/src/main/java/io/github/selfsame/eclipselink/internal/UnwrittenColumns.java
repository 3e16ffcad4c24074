package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.EclipseLinkInternals;
import io.github.selfsame.eclipselink.internal.access.KeyFields;
import io.github.selfsame.eclipselink.internal.access.Mappings;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;

/**
 * Columns that an entity shows and does not write, or not always: a foreign key that is mapped a second time as a value, what the database
 * computes or has a default for. After a commit only the row tells what is in them. So it is with columns beside the key that rows of
 * others refer to: the associations have to be read from them anew.
 */
final class UnwrittenColumns {

    static final UnwrittenColumns NONE = new UnwrittenColumns();

    /** Those that some attribute shows without writing it when the row is inserted. */
    private final Set<DatabaseField> onInsert = new HashSet<>();

    /** Those that some attribute shows without writing it when the row is updated. */
    private final Set<DatabaseField> onUpdate = new HashSet<>();

    /** Those of the latter that no attribute writes at all: the database may have changed them along with any other column. */
    private final Set<DatabaseField> neverWritten = new HashSet<>();

    private UnwrittenColumns() {}

    /** Looks at the mappings of an entity type. */
    UnwrittenColumns(ClassDescriptor descriptor) {
        Set<DatabaseField> written = new HashSet<>(descriptor.getPrimaryKeyFields());
        Mappings.forEach(descriptor, mapping -> add(mapping, written));
        if (descriptor.hasInheritance()) {
            written.add(descriptor.getInheritancePolicy().getClassIndicatorField());
        }
        onInsert.removeAll(descriptor.getPrimaryKeyFields());
        onUpdate.removeAll(descriptor.getPrimaryKeyFields());
        neverWritten.removeAll(written);
    }

    private void add(DatabaseMapping mapping, Set<DatabaseField> written) {
        if (mapping instanceof ForeignReferenceMapping association) {
            onUpdate.addAll(KeyFields.referredInOwner(association));
        }
        if (!mapping.isWriteOnly()) {
            EclipseLinkInternals.fields(mapping).forEach(column -> add(column, mapping.isReadOnly(), written));
        }
    }

    private void add(DatabaseField column, boolean isReadOnly, Set<DatabaseField> written) {
        if (isReadOnly || !column.isInsertable()) {
            onInsert.add(column);
        }
        if (isReadOnly || !column.isUpdatable()) {
            onUpdate.add(column);
        }
        if (isReadOnly) {
            neverWritten.add(column);
        } else {
            written.add(column);
        }
    }

    /** Whether the row may say something else than the instance, after such a change was written. */
    boolean mayDifferAfter(ObjectChangeSet change) {
        return change.isNew()
                ? !onInsert.isEmpty()
                : !neverWritten.isEmpty() || (!onUpdate.isEmpty() && isAnyShown(change));
    }

    private boolean isAnyShown(ObjectChangeSet change) {
        return change.getChanges().stream()
                .map(CommitEffects::mappingOf)
                .anyMatch(mapping ->
                        mapping == null || !Collections.disjoint(onUpdate, EclipseLinkInternals.fields(mapping)));
    }
}
