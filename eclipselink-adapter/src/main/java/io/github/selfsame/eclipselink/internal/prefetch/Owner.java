package io.github.selfsame.eclipselink.internal.prefetch;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/**
 * Something that has an association.
 *
 * @param entity the entity
 * @param holder the entity itself, or the embeddable in it that has the attribute
 * @param descriptor how the holder is mapped; that of an embeddable is particular to where it is. {@code null} if the entity
 *     is not mapped
 */
record Owner(Object entity, Object holder, @Nullable ClassDescriptor descriptor) {

    static Owner of(Object entity, UnitOfWorkImpl unitOfWork) {
        return new Owner(entity, entity, unitOfWork.getDescriptor(entity.getClass()));
    }
}
