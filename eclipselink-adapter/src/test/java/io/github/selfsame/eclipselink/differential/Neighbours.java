package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Model;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.sessions.Session;

/** What can be reached from an entity without loading anything. */
final class Neighbours {

    private final Session session;
    private final Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();

    private Neighbours(Session session) {
        this.session = session;
    }

    /** The entity and those that it refers to. */
    static Set<Object> of(Object entity, Session session) {
        Neighbours neighbours = new Neighbours(session);
        neighbours.found.add(entity);
        neighbours.visit(entity);
        return neighbours.found;
    }

    /** The entity and all those that can be reached from it. */
    static Set<Object> reachable(Object entity, Session session) {
        Neighbours neighbours = new Neighbours(session);
        neighbours.found.add(entity);
        neighbours.open.add(entity);
        while (!neighbours.open.isEmpty()) {
            neighbours.visit(neighbours.open.remove());
        }
        return neighbours.found;
    }

    private void visit(Object entity) {
        visit(entity, session.getDescriptor(entity.getClass()));
    }

    private void visit(Object holder, ClassDescriptor descriptor) {
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            if (!mapping.isWriteOnly() && !mapping.isAbstractDirectMapping()) {
                value(mapping.getAttributeValueFromObject(holder), mapping);
            }
        }
    }

    private void value(Object value, DatabaseMapping mapping) {
        if (value instanceof ValueHolderInterface<?> holder) {
            if (holder.isInstantiated()) {
                value(holder.getValue(), mapping);
            }
        } else if (value instanceof IndirectContainer<?> container && !container.isInstantiated()) {
            return;
        } else if (value instanceof Collection<?> collection) {
            collection.forEach(element -> value(element, mapping));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> {
                value(key, mapping);
                value(element, mapping);
            });
        } else if (Model.isEntity(value)) {
            if (found.add(value)) {
                open.add(value);
            }
        } else if (value != null
                && mapping.getReferenceDescriptor() != null
                && mapping.getReferenceDescriptor().getJavaClass() == value.getClass()) {
            visit(value, mapping.getReferenceDescriptor());
        }
    }
}
