package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.Arrivals.Arrival;
import java.io.Serial;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.identitymaps.CacheKey;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.indirection.WeavedObjectBasicIndirectionPolicy;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/** Gives a woven lazy reference of a managed instance a {@link CanonicalValueHolder}. */
final class LazyReferencePolicy extends WeavedObjectBasicIndirectionPolicy {

    @Serial
    private static final long serialVersionUID = 1L;

    LazyReferencePolicy(WeavedObjectBasicIndirectionPolicy policy) {
        super(
                policy.getGetMethodName(),
                policy.getSetMethodName(),
                policy.getActualTypeClassName(),
                policy.hasUsedMethodAccess());
    }

    @Override
    public Object cloneAttribute(
            Object attributeValue,
            @Nullable Object original,
            @Nullable CacheKey cacheKey,
            Object clone,
            @Nullable Integer refreshCascade,
            AbstractSession cloningSession,
            boolean buildDirectlyFromRow) {
        Arrival arrival = ContextIdentityMaps.arrivalIn(cloningSession);
        if (arrival != null
                && cloningSession instanceof UnitOfWorkImpl unitOfWork
                && attributeValue instanceof ValueHolderInterface<?> holder
                && !holder.isInstantiated()
                && !(!buildDirectlyFromRow && unitOfWork.isOriginalNewObject(original))
                && !CanonicalValueHolder.isCopiedIntoBackup(holder, unitOfWork)) {
            AbstractRecord row = holder instanceof DatabaseValueHolder<?> database ? database.getRow() : null;
            if (row != null) {
                return new CanonicalValueHolder(
                        Adoption.valueHolder(holder),
                        arrival.entity(),
                        clone,
                        (ForeignReferenceMapping) getMapping(),
                        row,
                        unitOfWork,
                        arrival.cohort());
            }
        }
        return super.cloneAttribute(
                attributeValue, original, cacheKey, clone, refreshCascade, cloningSession, buildDirectlyFromRow);
    }
}
