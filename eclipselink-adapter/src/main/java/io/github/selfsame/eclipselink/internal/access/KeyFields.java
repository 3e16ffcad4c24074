package io.github.selfsame.eclipselink.internal.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.RelationTableMechanism;
import org.jspecify.annotations.Nullable;

/** The key fields of associations and element collections. */
public final class KeyFields {

    private static final ListGetter<DatabaseField> SOURCE =
            ListGetter.of(RelationTableMechanism.class, "getSourceKeyFields");
    private static final ListGetter<DatabaseField> SOURCE_IN_LINK =
            ListGetter.of(RelationTableMechanism.class, "getSourceRelationKeyFields");
    private static final ListGetter<DatabaseField> TARGET =
            ListGetter.of(RelationTableMechanism.class, "getTargetKeyFields");
    private static final ListGetter<DatabaseField> TARGET_IN_LINK =
            ListGetter.of(RelationTableMechanism.class, "getTargetRelationKeyFields");
    private static final ListGetter<DatabaseField> ONE_TO_MANY_SOURCE =
            ListGetter.of(OneToManyMapping.class, "getSourceKeyFields");
    private static final ListGetter<DatabaseField> ONE_TO_MANY_KEY =
            ListGetter.of(OneToManyMapping.class, "getTargetForeignKeyFields");
    private static final ListGetter<DatabaseField> EMBEDDABLES_SOURCE =
            ListGetter.of(AggregateCollectionMapping.class, "getSourceKeyFields");
    private static final ListGetter<DatabaseField> EMBEDDABLES_KEY =
            ListGetter.of(AggregateCollectionMapping.class, "getTargetForeignKeyFields");
    private static final ListGetter<DatabaseField> VALUES_SOURCE =
            ListGetter.of(DirectCollectionMapping.class, "getSourceKeyFields");
    private static final ListGetter<DatabaseField> VALUES_KEY =
            ListGetter.of(DirectCollectionMapping.class, "getReferenceKeyFields");

    private KeyFields() {}

    /** The owner's fields that the link table refers to. */
    public static List<DatabaseField> source(RelationTableMechanism link) {
        return SOURCE.get(link);
    }

    /** The link table's fields that refer to the owner. */
    public static List<DatabaseField> sourceInLink(RelationTableMechanism link) {
        return SOURCE_IN_LINK.get(link);
    }

    /** The target's fields that the link table refers to. */
    public static List<DatabaseField> target(RelationTableMechanism link) {
        return TARGET.get(link);
    }

    /** The link table's fields that refer to the target. */
    public static List<DatabaseField> targetInLink(RelationTableMechanism link) {
        return TARGET_IN_LINK.get(link);
    }

    /** The owner's fields that the target's foreign key refers to. */
    public static List<DatabaseField> source(OneToManyMapping mapping) {
        return ONE_TO_MANY_SOURCE.get(mapping);
    }

    /** The target's fields that refer to the owner. */
    public static List<DatabaseField> foreignKey(OneToManyMapping mapping) {
        return ONE_TO_MANY_KEY.get(mapping);
    }

    /** The owner's fields that the table of the embeddables refers to. */
    public static List<DatabaseField> source(AggregateCollectionMapping mapping) {
        return EMBEDDABLES_SOURCE.get(mapping);
    }

    /** The fields in the table of the embeddables that refer to the owner. */
    public static List<DatabaseField> foreignKey(AggregateCollectionMapping mapping) {
        return EMBEDDABLES_KEY.get(mapping);
    }

    /** The owner's fields that the table of the values refers to. */
    public static List<DatabaseField> source(DirectCollectionMapping mapping) {
        return VALUES_SOURCE.get(mapping);
    }

    /** The fields in the table of the values that refer to the owner. */
    public static List<DatabaseField> foreignKey(DirectCollectionMapping mapping) {
        return VALUES_KEY.get(mapping);
    }

    /** The owner's fields that the rows of an association or element collection refer to; empty if it is the owner that refers. */
    public static Collection<DatabaseField> referredInOwner(ForeignReferenceMapping mapping) {
        if (mapping instanceof OneToManyMapping many) {
            return source(many);
        }
        if (mapping instanceof AggregateCollectionMapping many) {
            return source(many);
        }
        if (mapping instanceof DirectCollectionMapping many) {
            return source(many);
        }
        RelationTableMechanism link = link(mapping);
        if (link != null) {
            return source(link);
        }
        return mapping instanceof OneToOneMapping one && !one.isForeignKeyRelationship()
                ? one.getSourceToTargetKeyFields().keySet()
                : List.of();
    }

    /** Whether the owner, or a link table, refers to other columns of the targets than their key: these may change. */
    public static boolean referToOtherThanKey(ForeignReferenceMapping mapping) {
        ClassDescriptor targets = mapping.getReferenceDescriptor();
        Set<String> key = new HashSet<>();
        if (targets != null) {
            // by their names: where a type has several tables, each of them has the key
            targets.getPrimaryKeyFields().forEach(field -> key.add(field.getName()));
        }
        return referredInTargets(mapping).stream().anyMatch(field -> !key.contains(field.getName()));
    }

    private static Collection<DatabaseField> referredInTargets(ForeignReferenceMapping mapping) {
        RelationTableMechanism link = link(mapping);
        if (link != null) {
            return target(link);
        }
        return mapping instanceof OneToOneMapping one && one.isForeignKeyRelationship()
                ? one.getSourceToTargetKeyFields().values()
                : List.of();
    }

    /** The link table of an association; {@code null} if it has none. */
    public static @Nullable RelationTableMechanism link(ForeignReferenceMapping mapping) {
        return mapping instanceof ManyToManyMapping many
                ? many.getRelationTableMechanism()
                : mapping instanceof OneToOneMapping one ? one.getRelationTableMechanism() : null;
    }
}
