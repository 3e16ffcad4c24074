package io.github.selfsame.eclipselink.internal.access;

import org.eclipse.persistence.internal.descriptors.PersistenceObject;
import org.eclipse.persistence.internal.indirection.DatabaseValueHolder;
import org.eclipse.persistence.internal.indirection.WeavedObjectBasicIndirectionPolicy;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;

/** Lazy references of woven entities. */
public final class WovenReferences {

    private WovenReferences() {}

    /**
     * Loads a reference through its value holder, and puts it into the attribute, which the woven getter would do when it is called.
     * EclipseLink itself calls a woven setter by reflection for that.
     */
    public static void instantiate(
            Object owner,
            ForeignReferenceMapping mapping,
            DatabaseValueHolder<?> valueHolder,
            AbstractSession session) {
        if (!putInto(owner, mapping, valueHolder)) {
            mapping.instantiateAttribute(owner, session);
        }
    }

    private static boolean putInto(Object owner, ForeignReferenceMapping mapping, DatabaseValueHolder<?> valueHolder) {
        if (!(owner instanceof PersistenceObject woven)
                || !(mapping.getIndirectionPolicy() instanceof WeavedObjectBasicIndirectionPolicy policy)
                || policy.hasUsedMethodAccess()
                || mapping.getRelationshipPartner() != null) {
            return false;
        }
        // woven code compares names by identity
        String attribute = mapping.getAttributeName().intern();
        Object value = valueHolder.getValue();
        woven._persistence_set(attribute, value);
        if (woven._persistence_get(attribute) != value) {
            return false;
        }
        valueHolder.setIsCoordinatedWithProperty(true);
        return true;
    }
}
