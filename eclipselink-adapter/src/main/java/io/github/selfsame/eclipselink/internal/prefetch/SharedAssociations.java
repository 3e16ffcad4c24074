package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.access.Associations;
import io.github.selfsame.eclipselink.internal.access.SharedCache;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.descriptors.ObjectBuilder;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.indirection.QueryBasedValueHolder;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/**
 * Lets the shared cache remember an association that was read in bulk, as it does where EclipseLink loads it: whoever looks there
 * needs no statement for it either. Only what the shared cache has itself gets into it (rule R14).
 */
final class SharedAssociations {

    private final ForeignReferenceMapping mapping;
    private final UnitOfWorkImpl unitOfWork;
    private final boolean isRemembered;
    private final ObjectBuilder keys;
    private final ClassDescriptor targets;

    /**
     * Prepares for an association.
     *
     * @param unitOfWork the unit of work that has read it
     */
    SharedAssociations(ForeignReferenceMapping mapping, UnitOfWorkImpl unitOfWork) {
        this.mapping = mapping;
        this.unitOfWork = unitOfWork;
        this.targets = mapping.getReferenceDescriptor();
        this.keys = targets.getObjectBuilder();
        // what a transaction reads may never be committed
        this.isRemembered =
                !mapping.getDescriptor().getCachePolicy().isIsolated() && SharedCache.isFilledBy(unitOfWork);
    }

    /**
     * Lets the shared cache remember what was read for one owner, if the owner's association comes from there and all targets are
     * there, too.
     *
     * @param owner whose association is not filled yet
     * @param read the targets, managed by the unit of work
     * @param value makes of targets what the attribute has; may give {@code null}
     */
    void remember(Owner owner, List<Object> read, Function<List<Object>, @Nullable Object> value) {
        DatabaseValueHolder<?> holder = isRemembered ? Holders.unloaded(owner, mapping) : null;
        DatabaseValueHolder<Object> original = holder == null ? null : original(holder);
        List<Object> originals = original == null ? null : originals(read);
        if (original == null || originals == null) {
            return;
        }
        synchronized (original) {
            if (!original.isInstantiated()) {
                original.privilegedSetValue(value.apply(originals));
                original.setInstantiated();
                // its row and session stay: EclipseLink may be loading it on another thread, under a lock of its own
                if (isAtHand(original)) {
                    original.postInstantiate();
                }
            }
        }
    }

    /** Whether no other thread has loaded it meanwhile: then there is nothing left to tell. */
    private static boolean isAtHand(DatabaseValueHolder<Object> original) {
        return original.getSession() != null
                && !(original instanceof QueryBasedValueHolder<?> query && query.getQuery() == null);
    }

    /** The value holder of the owner in the shared cache; {@code null} if it is loaded, or the unit of work has its own. */
    @SuppressWarnings("unchecked")
    private static @Nullable DatabaseValueHolder<Object> original(DatabaseValueHolder<?> holder) {
        return Associations.innermost(holder) instanceof DatabaseValueHolder<?> database
                        && !database.isInstantiated()
                        && !database.isPessimisticLockingValueHolder()
                        && database.getSession() != null
                        && !database.getSession().isUnitOfWork()
                ? (DatabaseValueHolder<Object>) database
                : null;
    }

    private @Nullable List<Object> originals(List<Object> read) {
        List<Object> originals = new ArrayList<>(read.size());
        for (Object target : read) {
            Object original =
                    SharedCache.find(keys.extractPrimaryKeyFromObject(target, unitOfWork), targets, unitOfWork);
            if (original == null || original == target) {
                return null;
            }
            originals.add(original);
        }
        return originals;
    }
}
