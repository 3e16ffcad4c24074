package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Associations;
import io.github.selfsame.spi.RowIdentity;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.indirection.UnitOfWorkValueHolder;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.UnidirectionalOneToManyMapping;
import org.jspecify.annotations.Nullable;

/**
 * Loaded associations of instances that a unit of work reads afresh. It reads these associations for itself; where it has
 * not, the instance has its own back when it becomes free, as a detached instance keeps them (rule R4): its collections,
 * and its references if the row that was read says that they are still true.
 */
final class HeldAssociations {

    private final IdentityHashMap<Object, Map<ForeignReferenceMapping, Object>> byHolder = new IdentityHashMap<>();

    /**
     * Notes what is loaded.
     *
     * @param isStale whether the row has changed: then only collections of inverse sides are kept, since a merge of the
     *     instance would write the others with a version that it never had them with
     */
    void remember(Object instance, ClassDescriptor descriptor, boolean isStale) {
        Associations.visit(instance, descriptor, new Associations.Visitor() {
            @Override
            public void association(Object holder, ForeignReferenceMapping mapping) {
                if (!mapping.usesIndirection()) {
                    return;
                }
                Object value = mapping.getAttributeValueFromObject(holder);
                if (mapping instanceof CollectionMapping collection) {
                    Object own = isLoaded(value) ? value : lastOf(value);
                    if (own != null && (!isStale || isInverse(collection))) {
                        put(holder, mapping, own);
                    }
                } else if (value instanceof ValueHolderInterface<?> reference
                        && reference.isInstantiated()
                        && reference.getValue() != null) {
                    put(holder, mapping, reference.getValue());
                }
            }

            @Override
            public void embeddable(
                    Object holder, Object embeddable, ClassDescriptor type, AggregateObjectMapping mapping) {
                // its associations come next
            }
        });
    }

    void put(Object holder, ForeignReferenceMapping mapping, Object container) {
        byHolder.computeIfAbsent(holder, key -> new HashMap<>()).put(mapping, container);
    }

    /** The collection that the attribute had, if the unit of work has not loaded what is there now. */
    @Nullable Object insteadOf(IndirectContainer<?> container, Object holder, ForeignReferenceMapping mapping) {
        if (byHolder.isEmpty()) {
            return null;
        }
        ValueHolderInterface<?> current = container.getValueHolder();
        return current instanceof UnitOfWorkValueHolder<?> && !current.isInstantiated() && !container.isInstantiated()
                ? byHolder.getOrDefault(holder, Map.of()).get(mapping)
                : null;
    }

    /** What a reference referred to, if the unit of work has not loaded it, and by the row it has not changed. */
    @Nullable Object targetOf(CanonicalValueHolder current, Object holder, ForeignReferenceMapping mapping, Home home) {
        if (byHolder.isEmpty()) {
            return null;
        }
        Object target = current.isInstantiated()
                ? null
                : byHolder.getOrDefault(holder, Map.of()).get(mapping);
        Object key = target == null ? null : keyInRow(mapping, current.getRow());
        if (target == null || key == null) {
            return null;
        }
        RowIdentity row = home.unit().rowOf(target);
        return row != null && row.primaryKey().equals(key) && RetainedTargets.areCanonical(mapping, target, home)
                ? target
                : null;
    }

    private static @Nullable Object keyInRow(ForeignReferenceMapping mapping, @Nullable AbstractRecord row) {
        return row != null && mapping instanceof OneToOneMapping reference && reference.isForeignKeyRelationship()
                ? reference.extractPrimaryKeysForReferenceObjectFromRow(row)
                : null;
    }

    private static boolean isLoaded(@Nullable Object container) {
        return container != null && !(container instanceof IndirectContainer<?> indirect && !indirect.isInstantiated());
    }

    /** What the user had put in before a context has read the instance, and is out of date; {@code null} if there is none. */
    private static @Nullable Object lastOf(@Nullable Object container) {
        RetainedValue known = container instanceof IndirectContainer<?> indirect
                        && indirect.getValueHolder() instanceof CanonicalValueHolder holder
                ? holder.known()
                : null;
        return known != null && known.hasValue() && !(known.value() instanceof IndirectContainer<?>)
                ? known.value()
                : null;
    }

    private static boolean isInverse(CollectionMapping mapping) {
        boolean isInverse = (mapping.isOneToManyMapping() && !(mapping instanceof UnidirectionalOneToManyMapping))
                || mapping.isReadOnly();
        return isInverse && !mapping.isPrivateOwned() && mapping.getListOrderField() == null;
    }
}
