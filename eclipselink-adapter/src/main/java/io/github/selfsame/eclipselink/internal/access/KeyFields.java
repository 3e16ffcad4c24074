package io.github.selfsame.eclipselink.internal.access;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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

/** The key fields of collections; EclipseLink 4 declares another type of list for them than EclipseLink 5. */
public final class KeyFields {

    private static final MethodHandle SOURCE = getter(RelationTableMechanism.class, "getSourceKeyFields");
    private static final MethodHandle SOURCE_IN_LINK =
            getter(RelationTableMechanism.class, "getSourceRelationKeyFields");
    private static final MethodHandle TARGET = getter(RelationTableMechanism.class, "getTargetKeyFields");
    private static final MethodHandle TARGET_IN_LINK =
            getter(RelationTableMechanism.class, "getTargetRelationKeyFields");
    private static final MethodHandle ONE_TO_MANY_SOURCE = getter(OneToManyMapping.class, "getSourceKeyFields");
    private static final MethodHandle ONE_TO_MANY_KEY = getter(OneToManyMapping.class, "getTargetForeignKeyFields");
    private static final MethodHandle EMBEDDABLES_SOURCE =
            getter(AggregateCollectionMapping.class, "getSourceKeyFields");
    private static final MethodHandle EMBEDDABLES_KEY =
            getter(AggregateCollectionMapping.class, "getTargetForeignKeyFields");
    private static final MethodHandle VALUES_SOURCE = getter(DirectCollectionMapping.class, "getSourceKeyFields");
    private static final MethodHandle VALUES_KEY = getter(DirectCollectionMapping.class, "getReferenceKeyFields");

    private KeyFields() {}

    /** The owner's fields that the link table refers to. */
    public static List<DatabaseField> source(RelationTableMechanism link) {
        return get(SOURCE, link);
    }

    /** The link table's fields that refer to the owner. */
    public static List<DatabaseField> sourceInLink(RelationTableMechanism link) {
        return get(SOURCE_IN_LINK, link);
    }

    /** The target's fields that the link table refers to. */
    public static List<DatabaseField> target(RelationTableMechanism link) {
        return get(TARGET, link);
    }

    /** The link table's fields that refer to the target. */
    public static List<DatabaseField> targetInLink(RelationTableMechanism link) {
        return get(TARGET_IN_LINK, link);
    }

    /** The owner's fields that the target's foreign key refers to. */
    public static List<DatabaseField> source(OneToManyMapping mapping) {
        return get(ONE_TO_MANY_SOURCE, mapping);
    }

    /** The target's fields that refer to the owner. */
    public static List<DatabaseField> foreignKey(OneToManyMapping mapping) {
        return get(ONE_TO_MANY_KEY, mapping);
    }

    /** The owner's fields that the table of the embeddables refers to. */
    public static List<DatabaseField> source(AggregateCollectionMapping mapping) {
        return get(EMBEDDABLES_SOURCE, mapping);
    }

    /** The fields in the table of the embeddables that refer to the owner. */
    public static List<DatabaseField> foreignKey(AggregateCollectionMapping mapping) {
        return get(EMBEDDABLES_KEY, mapping);
    }

    /** The owner's fields that the table of the values refers to. */
    public static List<DatabaseField> source(DirectCollectionMapping mapping) {
        return get(VALUES_SOURCE, mapping);
    }

    /** The fields in the table of the values that refer to the owner. */
    public static List<DatabaseField> foreignKey(DirectCollectionMapping mapping) {
        return get(VALUES_KEY, mapping);
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
        if (mapping instanceof OneToOneMapping one && !one.hasRelationTableMechanism()) {
            return one.isForeignKeyRelationship()
                    ? List.of()
                    : one.getSourceToTargetKeyFields().keySet();
        }
        RelationTableMechanism link = link(mapping);
        return link == null ? List.of() : source(link);
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
        if (mapping instanceof OneToOneMapping one && !one.hasRelationTableMechanism()) {
            return one.isForeignKeyRelationship()
                    ? one.getSourceToTargetKeyFields().values()
                    : List.of();
        }
        RelationTableMechanism link = link(mapping);
        return link == null ? List.of() : target(link);
    }

    private static @Nullable RelationTableMechanism link(ForeignReferenceMapping mapping) {
        return mapping instanceof ManyToManyMapping many
                ? many.getRelationTableMechanism()
                : mapping instanceof OneToOneMapping one ? one.getRelationTableMechanism() : null;
    }

    @SuppressWarnings("unchecked")
    private static List<DatabaseField> get(MethodHandle getter, Object mapping) {
        try {
            return (List<DatabaseField>) getter.invokeExact(mapping);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle getter(Class<?> owner, String name) {
        try {
            return MethodHandles.publicLookup()
                    .unreflect(owner.getMethod(name))
                    .asType(MethodType.methodType(List.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
