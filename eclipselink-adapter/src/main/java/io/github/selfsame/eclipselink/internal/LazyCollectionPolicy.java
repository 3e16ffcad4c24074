package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.Arrivals.Arrival;
import java.io.Serial;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.internal.identitymaps.CacheKey;
import org.eclipse.persistence.internal.indirection.TransparentIndirectionPolicy;
import org.eclipse.persistence.internal.indirection.UnitOfWorkQueryValueHolder;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/** Gives a lazy collection of a managed instance a {@link CanonicalValueHolder}. */
final class LazyCollectionPolicy extends TransparentIndirectionPolicy {

    @Serial
    private static final long serialVersionUID = 1L;

    LazyCollectionPolicy(TransparentIndirectionPolicy policy) {
        setUseLazyInstantiation(policy.getUseLazyInstantiation());
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
        Object copy = super.cloneAttribute(
                attributeValue, original, cacheKey, clone, refreshCascade, cloningSession, buildDirectlyFromRow);
        Arrival arrival = ContextIdentityMaps.arrivalIn(cloningSession);
        if (arrival != null
                && cloningSession instanceof UnitOfWorkImpl unitOfWork
                && copy instanceof IndirectContainer<?>) {
            IndirectContainer<Object> container = Adoption.indirect(copy);
            if (container.getValueHolder() instanceof UnitOfWorkQueryValueHolder<Object> plain
                    && !plain.isInstantiated()
                    && !CanonicalValueHolder.isCopiedIntoBackup(plain.getWrappedValueHolder(), unitOfWork)) {
                container.setValueHolder(new CanonicalValueHolder(
                        plain.getWrappedValueHolder(),
                        arrival.entity(),
                        clone,
                        (ForeignReferenceMapping) getMapping(),
                        plain.getRow(),
                        unitOfWork,
                        arrival.cohort()));
            }
        }
        return copy;
    }
}
