package io.github.selfsame.eclipselink.internal;

import java.io.Serial;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/**
 * A value holder that spares a unit of work the statement for its association: what is known from before the unit of work has taken
 * over the instance, or was read ahead for it, is used if the unit of work may use all of it.
 */
abstract class ReusingValueHolder extends TransferableValueHolder {

    @Serial
    private static final long serialVersionUID = 1L;

    /** One for a managed instance that EclipseLink builds. */
    ReusingValueHolder(
            ValueHolderInterface<Object> wrapped,
            Object entity,
            Object owner,
            ForeignReferenceMapping mapping,
            @Nullable AbstractRecord row,
            UnitOfWorkImpl unitOfWork,
            @Nullable Cohort cohort) {
        super(wrapped, entity, owner, mapping, row, unitOfWork, cohort);
    }

    /** An association of which nothing is known. */
    ReusingValueHolder(Object entity, Object owner, ForeignReferenceMapping mapping) {
        super(entity, owner, mapping);
    }

    /** Whether the unit of work has taken over the instance, and nothing has been loaded or fetched since. */
    final boolean awaitsFetch() {
        bind();
        return freshness() != null && !isInstantiated && !isFetched();
    }

    /** Whether what was loaded before is not out of date; the unit of work may yet be unable to use it. */
    final boolean isKnown() {
        Freshness now = freshness();
        RetainedValue known = known();
        return now != null
                && known != null
                && known.isLoaded()
                && (isFetched() || now.permits(association(), getUnitOfWork()))
                && known.isUpToDate(now.clock());
    }

    /** Whether the unit of work manages all of what was loaded before, or has taken it over now. */
    final boolean isUsable() {
        return isKnown() && RetainedTargets.areManaged(association(), retained().value(), getUnitOfWork());
    }

    /** Whether the unit of work that has taken over the instance has to read the association: neither the instance nor the shared cache has it. */
    final boolean needsStatement() {
        Freshness now = freshness();
        return now == null
                || !(isUsable()
                        || (now.permits(association(), getUnitOfWork())
                                && source(now).isInstantiated()));
    }

    /** Where the unit of work reads from that has taken over the instance. */
    final ValueHolderInterface<Object> source(Freshness now) {
        ValueHolderInterface<Object> own = source(getUnitOfWork());
        ValueHolderInterface<Object> shared = own.isInstantiated()
                ? null
                : AssociationSource.loadedInSharedCache(entity(), owner(), association(), now, getUnitOfWork());
        if (shared == null) {
            return own;
        }
        use(shared);
        return shared;
    }

    /** Whether what was read ahead need not be read again, as far as can be told without a look at it. */
    final boolean isReadAhead() {
        ReadAhead read = readAhead();
        return read != null && Moment.in(getUnitOfWork()).equals(read.moment());
    }

    final @Nullable ReadAhead takeReadAhead() {
        ReadAhead read = readAhead();
        give(null);
        return read;
    }

    final @Nullable Object valueOf(ReadAhead read) {
        return read.isReadPast() ? copyOf(read.value()) : read.value();
    }

    /** Loads as EclipseLink does, if what was loaded before can't be used. */
    final @Nullable Object loadAlone() {
        Freshness now = freshness();
        if (now != null) {
            if (isUsable()) {
                return buildCloneFor(retained().value());
            }
            source(now);
        }
        return super.instantiateImpl();
    }

    @Override
    public @Nullable Object buildCloneFor(@Nullable Object original) {
        return freshness() == null ? super.buildCloneFor(original) : copyOf(original);
    }

    private @Nullable Object copyOf(@Nullable Object original) {
        return getMapping().buildCloneForPartObject(original, null, null, owner(), getUnitOfWork(), null, true, true);
    }
}
