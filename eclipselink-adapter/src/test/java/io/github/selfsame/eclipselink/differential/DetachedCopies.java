package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Model;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.Metamodel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;

/**
 * Copies a graph of managed entities as a client would send it back: objects that no persistence context has given out. What a
 * merge cascades to is there as a whole, of everything else only the key and the version.
 */
final class DetachedCopies {

    private final AbstractSession session;
    private final Metamodel metamodel;
    private final IdentityHashMap<Object, Object> copies = new IdentityHashMap<>();

    DetachedCopies(EntityManager manager) {
        session = manager.unwrap(AbstractSession.class);
        metamodel = manager.getMetamodel();
    }

    Object copy(Object entity) {
        Object known = copies.get(entity);
        if (known != null) {
            return known;
        }
        // whatever is lazy has to be there
        Model.kindOf(entity.getClass()).properties().forEach(property -> property.read()
                .apply(entity));
        ClassDescriptor descriptor = session.getDescriptor(entity);
        Object copy = descriptor.getObjectBuilder().buildNewInstance();
        copies.put(entity, copy);
        copyAttributes(descriptor, entity, copy);
        return copy;
    }

    private void copyAttributes(ClassDescriptor descriptor, Object from, Object to) {
        for (DatabaseMapping mapping : mappings(descriptor)) {
            // what is never written, as the tenant of a row, is no client's business
            if (!mapping.isReadOnly()) {
                Object value = mapping.getRealAttributeValueFromObject(from, session);
                mapping.setRealAttributeValueInObject(to, copyOf(value, mapping));
            }
        }
    }

    private List<DatabaseMapping> mappings(ClassDescriptor descriptor) {
        return metamodel.managedType(descriptor.getJavaClass()).getAttributes().stream()
                .map(attribute -> descriptor.getMappingForAttributeName(attribute.getName()))
                .toList();
    }

    private Object copyOf(Object value, DatabaseMapping mapping) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> elements = new LinkedHashMap<>();
            map.forEach((key, element) ->
                    elements.put(Model.isEntity(key) ? reference(key) : key, element(element, mapping)));
            return elements;
        }
        if (value instanceof Collection<?> collection) {
            Collection<Object> elements = collection instanceof List ? new ArrayList<>() : new LinkedHashSet<>();
            collection.forEach(element -> elements.add(element(element, mapping)));
            return elements;
        }
        return element(value, mapping);
    }

    private Object element(Object value, DatabaseMapping mapping) {
        if (Model.isEntity(value)) {
            return ((ForeignReferenceMapping) mapping).isCascadeMerge() ? copy(value) : reference(value);
        }
        boolean isEmbeddable = mapping.isAggregateMapping() || mapping.isAggregateCollectionMapping();
        if (value == null || !isEmbeddable) {
            return value;
        }
        ClassDescriptor descriptor = mapping.getReferenceDescriptor();
        Object copy = descriptor.getObjectBuilder().buildNewInstance();
        copyAttributes(descriptor, value, copy);
        return copy;
    }

    /** Of an entity only what tells which one it is. */
    private Object reference(Object entity) {
        Object known = copies.get(entity);
        if (known != null) {
            return known;
        }
        ClassDescriptor descriptor = session.getDescriptor(entity);
        Object copy = descriptor.getObjectBuilder().buildNewInstance();
        copies.put(entity, copy);
        for (DatabaseMapping mapping : mappings(descriptor)) {
            boolean isVersion = descriptor.usesOptimisticLocking()
                    && mapping.getField() != null
                    && mapping.getField()
                            .equals(descriptor.getOptimisticLockingPolicy().getWriteLockField());
            if (mapping.isPrimaryKeyMapping() || isVersion) {
                Object value = mapping.getRealAttributeValueFromObject(entity, session);
                mapping.setRealAttributeValueInObject(copy, Model.isEntity(value) ? reference(value) : value);
            }
        }
        return copy;
    }
}
