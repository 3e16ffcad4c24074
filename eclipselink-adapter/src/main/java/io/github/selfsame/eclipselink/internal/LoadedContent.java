package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Associations;
import io.github.selfsame.eclipselink.internal.access.Containers;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.indirection.IndirectCollection;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolder;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/**
 * What an association has loaded, where EclipseLink's own backup does not tell: that of an association which has come with the
 * missing part of an instance shows what the instance refers to now.
 */
final class LoadedContent extends ValueHolder<Object> {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Whether it is known what an association has loaded, or that it has loaded nothing. */
    static boolean isRemembered(@Nullable Object attribute) {
        return of(attribute) != null;
    }

    /** Whether an association of which that is known has been changed since, be it in an embeddable. */
    static boolean isAnyChanged(Object instance, ClassDescriptor descriptor) {
        Changes changes = new Changes();
        Associations.visit(instance, descriptor, changes);
        return changes.areSome;
    }

    /** Looks for what has been changed. */
    private static final class Changes implements Associations.Visitor {

        private boolean areSome;

        @Override
        public void association(Object holder, ForeignReferenceMapping mapping) {
            Object attribute = mapping.getAttributeValueFromObject(holder);
            LoadedContent loaded = of(attribute);
            areSome |= loaded != null && loaded.isChanged(attribute, mapping);
        }

        @Override
        public void embeddable(
                Object holder, Object embeddable, ClassDescriptor descriptor, AggregateObjectMapping mapping) {
            // its associations come next
        }
    }

    private boolean isChanged(@Nullable Object attribute, ForeignReferenceMapping mapping) {
        if (UncommittedChanges.isUnread(attribute)) {
            return attribute instanceof IndirectCollection<?, ?> collection && collection.hasDeferredChanges();
        }
        return !isInstantiated()
                || !(holderOf(attribute) instanceof ValueHolderInterface<?> holder)
                || !isSameAs(holder.getValue(), mapping);
    }

    private static @Nullable LoadedContent of(@Nullable Object attribute) {
        return holderOf(attribute) instanceof CanonicalValueHolder canonical
                        && canonical.loadedContent() instanceof LoadedContent loaded
                ? loaded
                : null;
    }

    private static @Nullable Object holderOf(@Nullable Object attribute) {
        return attribute instanceof IndirectContainer<?> container ? container.getValueHolder() : attribute;
    }

    private boolean isSameAs(@Nullable Object now, ForeignReferenceMapping mapping) {
        Object loaded = getValue();
        if (loaded == now) {
            return true;
        }
        return loaded != null
                && now != null
                && mapping instanceof CollectionMapping collection
                && haveSameElements(loaded, now, collection);
    }

    private static boolean haveSameElements(Object loaded, Object now, CollectionMapping mapping) {
        List<@Nullable Object> before = elements(loaded, mapping);
        List<@Nullable Object> after = elements(now, mapping);
        if (before.size() != after.size()) {
            return false;
        }
        if (!mapping.getContainerPolicy().isListPolicy()) {
            // the copy of a set or map may have another order
            Set<@Nullable Object> rest = Collections.newSetFromMap(new IdentityHashMap<>());
            rest.addAll(before);
            return rest.containsAll(after);
        }
        for (int index = 0; index < before.size(); index++) {
            if (before.get(index) != after.get(index)) {
                return false;
            }
        }
        return true;
    }

    private static List<@Nullable Object> elements(Object container, CollectionMapping mapping) {
        List<@Nullable Object> elements = new ArrayList<>();
        Containers.forEach(mapping, container, elements::add);
        return elements;
    }
}
