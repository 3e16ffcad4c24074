package io.github.selfsame.eclipselink.internal.access;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.RelationTableMechanism;

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
