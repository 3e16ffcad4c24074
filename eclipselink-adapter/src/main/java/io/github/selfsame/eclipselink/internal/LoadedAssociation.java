package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Associations;
import io.github.selfsame.eclipselink.internal.access.Backups;
import io.github.selfsame.eclipselink.internal.access.WovenReferences;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;

/** Puts what was read in bulk into an association, as if its value holder had loaded it. Nothing becomes dirty (rule P8). */
public final class LoadedAssociation {

    /** Stands for a reference that refers to nothing. */
    public static final Object NOTHING = new Object();

    private LoadedAssociation() {}

    /**
     * Loads an association, through its value holder; for an entity that nobody manages, through the unit of work.
     *
     * @param holder the entity, or the embeddable in it that has the attribute
     * @param mapping the attribute's mapping
     * @param unitOfWork the unit of work to load through
     */
    public static void trigger(Object holder, ForeignReferenceMapping mapping, UnitOfWorkImpl unitOfWork) {
        if (Associations.valueHolder(holder, mapping) instanceof FreeValueHolder free) {
            free.offer(free.resolve(unitOfWork), ContextIdentityMaps.readSince(unitOfWork));
        } else {
            mapping.instantiateAttribute(holder, unitOfWork);
        }
    }

    /**
     * Fills an association that is not loaded. If it has been loaded meanwhile, it stays as it is.
     *
     * @param entity the entity
     * @param holder the entity, or the embeddable in it that has the attribute
     * @param mapping the attribute's mapping
     * @param value the target, {@link #NOTHING}, or a container of targets that nobody else has; all managed by the unit of work
     * @param unitOfWork the unit of work that manages the entity
     */
    public static void fill(
            Object entity, Object holder, ForeignReferenceMapping mapping, Object value, UnitOfWorkImpl unitOfWork) {
        if (!(Associations.valueHolder(holder, mapping) instanceof LazyValueHolder lazy)) {
            fillWithCopy(entity, holder, mapping, value, unitOfWork);
        } else if (!lazy.isInstantiated()) {
            lazy.give(value == NOTHING ? null : value);
            WovenReferences.instantiate(holder, mapping, lazy, unitOfWork);
        }
    }

    /**
     * Fills an association that is not loaded with what the unit of work makes of a value: embeddables that were read past it
     * are copied, and their backups kept.
     *
     * @param entity the entity
     * @param holder the entity, or the embeddable in it that has the attribute
     * @param mapping the attribute's mapping
     * @param value the target, {@link #NOTHING}, or a container of targets; entities are managed by the unit of work
     * @param unitOfWork the unit of work that manages the entity
     */
    public static void fillWithCopy(
            Object entity, Object holder, ForeignReferenceMapping mapping, Object value, UnitOfWorkImpl unitOfWork) {
        if (Associations.valueHolder(holder, mapping) instanceof FreeValueHolder free) {
            free.offer(value == NOTHING ? null : value, ContextIdentityMaps.readSince(unitOfWork));
            return;
        }
        Object attribute = mapping.getAttributeValueFromObject(holder);
        FreeValueHolder loaded =
                FreeValueHolder.retaining(entity, mapping, value == NOTHING ? null : value, Long.MAX_VALUE, null);
        DatabaseValueHolder<Object> managed = mapping.createCloneValueHolder(
                AdoptedValueHolder.of(
                        loaded,
                        entity,
                        mapping,
                        unitOfWork,
                        new AdoptedValueHolder.Freshness(new AssociationClock(), false, new UncommittedWrites())),
                null,
                entity,
                null,
                unitOfWork,
                false);
        if (attribute instanceof IndirectContainer<?>) {
            Adoption.indirect(attribute).setValueHolder(managed);
        } else if (attribute instanceof ValueHolderInterface<?>) {
            mapping.setAttributeValueInObject(holder, managed);
        }
        mapping.instantiateAttribute(holder, unitOfWork);
        Backups.update(entity, holder, mapping, unitOfWork);
    }
}
