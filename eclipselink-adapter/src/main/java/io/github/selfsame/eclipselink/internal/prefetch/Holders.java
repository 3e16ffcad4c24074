package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.eclipselink.internal.LoadedAssociation;
import io.github.selfsame.eclipselink.internal.access.Associations;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.indirection.WrappingValueHolder;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/** The value holders of associations. */
final class Holders {

    private Holders() {}

    /** The value holder of an association, if it is not loaded yet. */
    static @Nullable DatabaseValueHolder<?> unloaded(Owner owner, ForeignReferenceMapping mapping) {
        return Associations.valueHolder(owner.holder(), mapping) instanceof DatabaseValueHolder<?> database
                        && !database.isInstantiated()
                ? database
                : null;
    }

    /** The row that an association is loaded by; {@code null} if it is no longer at hand. */
    static @Nullable AbstractRecord row(DatabaseValueHolder<?> holder) {
        ValueHolderInterface<?> inner = holder;
        while (inner instanceof DatabaseValueHolder<?> database) {
            if (database.getRow() != null) {
                return database.getRow();
            }
            inner = inner instanceof WrappingValueHolder<?> wrapping ? wrapping.getWrappedValueHolder() : null;
        }
        return null;
    }

    /** Whether what the instance, or the shared cache, has loaded before is taken, so that no statement is needed. */
    static boolean isLoadedBefore(DatabaseValueHolder<?> holder) {
        return holder.isEasilyInstantiated() || Associations.innermost(holder).isInstantiated();
    }

    /** Loads an association, through its value holder. */
    static void trigger(Owner owner, ForeignReferenceMapping mapping, UnitOfWorkImpl unitOfWork) {
        LoadedAssociation.trigger(owner.holder(), mapping, unitOfWork);
    }
}
