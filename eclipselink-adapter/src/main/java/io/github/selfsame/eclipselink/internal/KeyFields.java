package io.github.selfsame.eclipselink.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;

/** The key fields of collections; EclipseLink 4 declares another type of list for them than EclipseLink 5. */
public final class KeyFields {

    private static final MethodHandle SOURCE = getter(ManyToManyMapping.class, "getSourceKeyFields");
    private static final MethodHandle SOURCE_IN_LINK = getter(ManyToManyMapping.class, "getSourceRelationKeyFields");
    private static final MethodHandle TARGET = getter(ManyToManyMapping.class, "getTargetKeyFields");
    private static final MethodHandle TARGET_IN_LINK = getter(ManyToManyMapping.class, "getTargetRelationKeyFields");
    private static final MethodHandle ONE_TO_MANY_SOURCE = getter(OneToManyMapping.class, "getSourceKeyFields");
    private static final MethodHandle FOREIGN_KEY = getter(OneToManyMapping.class, "getTargetForeignKeyFields");

    private KeyFields() {}

    /** The owner's fields that the link table refers to. */
    public static List<DatabaseField> source(ManyToManyMapping mapping) {
        return get(SOURCE, mapping);
    }

    /** The link table's fields that refer to the owner. */
    public static List<DatabaseField> sourceInLink(ManyToManyMapping mapping) {
        return get(SOURCE_IN_LINK, mapping);
    }

    /** The target's fields that the link table refers to. */
    public static List<DatabaseField> target(ManyToManyMapping mapping) {
        return get(TARGET, mapping);
    }

    /** The link table's fields that refer to the target. */
    public static List<DatabaseField> targetInLink(ManyToManyMapping mapping) {
        return get(TARGET_IN_LINK, mapping);
    }

    /** The owner's fields that the target's foreign key refers to. */
    public static List<DatabaseField> source(OneToManyMapping mapping) {
        return get(ONE_TO_MANY_SOURCE, mapping);
    }

    /** The target's fields that refer to the owner. */
    public static List<DatabaseField> foreignKey(OneToManyMapping mapping) {
        return get(FOREIGN_KEY, mapping);
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
