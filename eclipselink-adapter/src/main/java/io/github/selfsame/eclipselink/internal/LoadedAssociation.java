package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.eclipselink.internal.access.Associations;
import io.github.selfsame.eclipselink.internal.access.Backups;
import io.github.selfsame.eclipselink.internal.access.WovenReferences;
import org.eclipse.persistence.indirection.IndirectContainer;
import org.eclipse.persistence.indirection.ValueHolderInterface;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/** Puts what was read in bulk into an association, as if its value holder had loaded it. Nothing becomes dirty (rule P8). */
public final class LoadedAssociation {

    /** Stands for a reference that refers to nothing. */
    public static final Object NOTHING = new Object();

    private LoadedAssociation() {}

    /**
     * Loads an association, through its value holder; for an entity that nobody manages, through the unit of work. What is loaded
     * before anybody has asked for it is left to who does.
     *
     * @param holder the entity, or the embeddable in it that has the attribute
     * @param mapping the attribute's mapping
     * @param unitOfWork the unit of work to load through
     */
    public static void trigger(Object holder, ForeignReferenceMapping mapping, UnitOfWorkImpl unitOfWork) {
        if (Associations.valueHolder(holder, mapping) instanceof CanonicalValueHolder free && free.isFree()) {
            free.retained().offer(FreeLoad.resolve(free, unitOfWork), ContextIdentityMaps.readSince(unitOfWork));
        } else if (!isAhead(unitOfWork)) {
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
        if (!(Associations.valueHolder(holder, mapping) instanceof CanonicalValueHolder present) || present.isFree()) {
            fillWithCopy(entity, holder, mapping, value, unitOfWork);
        } else if (!present.isInstantiated()) {
            Object read = value == NOTHING ? null : value;
            if (isAhead(unitOfWork)) {
                present.give(ReadAhead.now(read, false, unitOfWork));
                return;
            }
            present.give(ReadAhead.toTake(read));
            WovenReferences.instantiate(holder, mapping, present, unitOfWork);
            Backups.update(entity, holder, mapping, unitOfWork);
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
        Object read = value == NOTHING ? null : value;
        CanonicalValueHolder present =
                Associations.valueHolder(holder, mapping) instanceof CanonicalValueHolder canonical ? canonical : null;
        if (present != null && present.isFree()) {
            present.retained().offer(read, ContextIdentityMaps.readSince(unitOfWork));
            return;
        }
        if (present != null && isAhead(unitOfWork)) {
            present.give(ReadAhead.now(read, true, unitOfWork));
            return;
        }
        Freshness always = new Freshness(new AssociationClock(), false, new UncommittedWrites());
        if (present == null) {
            present = new CanonicalValueHolder(entity, holder, mapping);
            present.adopt(unitOfWork, always, null);
            put(holder, mapping, present);
        }
        present.fill(read, always);
        mapping.instantiateAttribute(holder, unitOfWork);
        Backups.update(entity, holder, mapping, unitOfWork);
    }

    /**
     * What an association refers to, if that is known: it is loaded, or was read before anybody has asked for it.
     *
     * @param holder the entity, or the embeddable in it that has the attribute
     * @param mapping the attribute's mapping
     * @param unitOfWork the unit of work that manages the entity
     * @return the target; {@code null} if there is none, or it is not known
     */
    public static @Nullable Object known(Object holder, OneToOneMapping mapping, UnitOfWorkImpl unitOfWork) {
        if (Associations.valueHolder(holder, mapping) instanceof CanonicalValueHolder present
                && !present.isFree()
                && !present.isInstantiated()) {
            ReadAhead read = present.readAhead();
            return read == null ? null : read.value();
        }
        return mapping.getRealAttributeValueFromObject(holder, unitOfWork);
    }

    /** Whether an association is that of an entity which no persistence context manages. */
    public static boolean isFree(Object holder, ForeignReferenceMapping mapping) {
        return Associations.valueHolder(holder, mapping) instanceof CanonicalValueHolder present && present.isFree();
    }

    /** Whether what is loaded now is loaded for peers of what was touched, by one statement (rule P13). */
    public static boolean isAhead(UnitOfWorkImpl unitOfWork) {
        ContextIdentityMaps maps = ContextIdentityMaps.of((Session) unitOfWork);
        return maps != null && maps.reads().arrivals().isAhead();
    }

    private static void put(Object holder, ForeignReferenceMapping mapping, CanonicalValueHolder valueHolder) {
        Object attribute = mapping.getAttributeValueFromObject(holder);
        if (attribute instanceof IndirectContainer<?>) {
            Adoption.indirect(attribute).setValueHolder(valueHolder);
        } else if (attribute instanceof ValueHolderInterface<?>) {
            mapping.setAttributeValueInObject(holder, valueHolder);
        }
    }
}
