package io.github.selfsame.eclipselink.internal;

import java.util.List;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;

/** Loads one association of many entities together. */
public interface BulkLoader {

    /**
     * Something that has an association.
     *
     * @param entity the entity
     * @param holder the entity itself, or the embeddable in it that has the attribute
     */
    record Owner(Object entity, Object holder) {}

    /**
     * For how many owners one statement loads the association.
     *
     * @param mapping the association
     * @param unitOfWork the unit of work that loads it
     * @return the number; 1 if it can be loaded owner by owner only
     */
    int mostOwners(ForeignReferenceMapping mapping, UnitOfWorkImpl unitOfWork);

    /**
     * Whether nothing that is read along with the targets may be one of the owners.
     *
     * @param mapping the association
     * @param unitOfWork the unit of work that reads
     * @return {@code false} if the unit of work may have to take over owners that it does not manage
     */
    boolean leavesOwnersAlone(ForeignReferenceMapping mapping, UnitOfWorkImpl unitOfWork);

    /**
     * Whether EclipseLink needs a statement to load the association of one owner.
     *
     * @param entity the owner, or the entity that the owner is in
     * @param valueHolder the value holder of the owner's association, which is not loaded
     * @param mapping the association
     * @param unitOfWork the unit of work that loads it
     * @return {@code false} if what it refers to is at hand
     */
    boolean needsStatement(
            Object entity,
            DatabaseValueHolder<?> valueHolder,
            ForeignReferenceMapping mapping,
            UnitOfWorkImpl unitOfWork);

    /**
     * Loads the association.
     *
     * @param owners whose association is not loaded, no more than one statement takes; the first is the one that was touched
     * @param mapping the association
     * @param unitOfWork the unit of work that manages the owners; what is loaded for free ones is offered to them
     */
    void load(List<Owner> owners, ForeignReferenceMapping mapping, UnitOfWorkImpl unitOfWork);
}
