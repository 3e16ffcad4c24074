package io.github.selfsame.eclipselink.internal.access;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.descriptors.ObjectBuilder;
import org.eclipse.persistence.internal.helper.ConcurrencyManager;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.internal.identitymaps.IdentityMapManager;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.IdentityMapAccessor;
import org.eclipse.persistence.internal.sessions.MergeManager;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;

/**
 * The few places where EclipseLink has what is needed but shows it to its own subclasses only, or differently in each of
 * the supported lines. Everything else goes through its public methods.
 */
public final class EclipseLinkInternals {

    private static final ListGetter<DatabaseMapping> MAPPINGS = ListGetter.of(ClassDescriptor.class, "getMappings");
    private static final ListGetter<DatabaseTable> TABLES = ListGetter.of(ClassDescriptor.class, "getTables");
    private static final ListGetter<DatabaseField> FIELDS = ListGetter.of(DatabaseMapping.class, "getFields");
    private static final MethodHandle SET_OBJECT_BUILDER;
    private static final VarHandle ACTIVE_MERGE;
    private static final VarHandle TERMINATES_TRANSACTION;
    private static final VarHandle CACHE_ACCESS;
    private static final VarHandle CACHE_MUTEX;

    static {
        try {
            Method setObjectBuilder = ClassDescriptor.class.getDeclaredMethod("setObjectBuilder", ObjectBuilder.class);
            setObjectBuilder.setAccessible(true);
            SET_OBJECT_BUILDER = MethodHandles.lookup().unreflect(setObjectBuilder);
            ACTIVE_MERGE = field(UnitOfWorkImpl.class, "mergeManagerForActiveMerge", MergeManager.class);
            CACHE_ACCESS = field(AbstractSession.class, "identityMapAccessor", IdentityMapAccessor.class);
            CACHE_MUTEX = field(IdentityMapManager.class, "cacheMutex", ConcurrencyManager.class);
            TERMINATES_TRANSACTION =
                    field(RepeatableWriteUnitOfWork.class, "shouldTerminateTransaction", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private EclipseLinkInternals() {}

    /** Replaces the object builder of a descriptor that is not initialized yet. */
    public static void setObjectBuilder(ClassDescriptor descriptor, ObjectBuilder builder) {
        try {
            SET_OBJECT_BUILDER.invokeExact(descriptor, builder);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Replaces the access to the caches of a session that has not logged in yet. */
    public static void setCacheAccess(AbstractSession session, IdentityMapAccessor access) {
        CACHE_ACCESS.set(session, access);
    }

    /** What guards the identity maps of a session. */
    public static ConcurrencyManager cacheMutex(IdentityMapManager caches) {
        return (ConcurrencyManager) CACHE_MUTEX.get(caches);
    }

    /** The mappings of a descriptor. */
    public static List<DatabaseMapping> mappings(ClassDescriptor descriptor) {
        return MAPPINGS.get(descriptor);
    }

    /** The tables of a descriptor. */
    public static List<DatabaseTable> tables(ClassDescriptor descriptor) {
        return TABLES.get(descriptor);
    }

    /** The columns of a mapping in the entity's own row. */
    public static List<DatabaseField> fields(DatabaseMapping mapping) {
        return FIELDS.get(mapping);
    }

    /** Whether an {@code EntityManager.merge} is running in the unit of work. */
    public static boolean isMerging(UnitOfWorkImpl unitOfWork) {
        return ACTIVE_MERGE.get(unitOfWork) != null;
    }

    /** Whether the unit of work writes or merges what it manages now. */
    public static boolean isWriting(UnitOfWorkImpl unitOfWork) {
        return unitOfWork.getCommitManager().isActive() || isMerging(unitOfWork);
    }

    /** Whether reads of the unit of work belong to a transaction, of JTA or of the EntityManager. */
    public static boolean isInTransaction(UnitOfWorkImpl unitOfWork) {
        return unitOfWork.isSynchronized()
                || unitOfWork.isInTransaction()
                || (unitOfWork instanceof RepeatableWriteUnitOfWork repeatable
                        && !(boolean) TERMINATES_TRANSACTION.get(repeatable));
    }

    private static VarHandle field(Class<?> owner, String name, Class<?> type) throws ReflectiveOperationException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        Lookup lookup = MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
        return lookup.findVarHandle(owner, name, type);
    }
}
