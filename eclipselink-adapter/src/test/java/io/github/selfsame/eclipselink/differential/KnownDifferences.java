package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.City;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.Property;
import java.util.HashSet;
import java.util.Set;

/** What may look different with the map by a rule, after what a program has done. */
final class KnownDifferences {

    private final boolean hasSharedCache;

    /** Rows that were changed past the persistence unit: what a read outside a transaction shows of them is open (R6). */
    private final Set<String> changedBeneath = new HashSet<>();

    /** The roots of the hierarchies of which the program has removed anything. */
    private final Set<Class<?>> removed = new HashSet<>();

    private boolean hasRenamedCity;

    KnownDifferences(boolean hasSharedCache) {
        this.hasSharedCache = hasSharedCache;
    }

    void clear() {
        changedBeneath.clear();
        removed.clear();
        hasRenamedCity = false;
    }

    void changeBeneath(Object entity) {
        changedBeneath.add(entity.toString());
    }

    boolean isChangedBeneath(Object entity) {
        return changedBeneath.contains(Model.describe(entity));
    }

    void removes(Object entity) {
        removes(Model.kindOf(entity.getClass()).root());
    }

    void removes(Class<?> root) {
        removed.add(root);
    }

    /** An attribute of an entity, or of a copy of one, is about to be changed. */
    void changes(Object entity) {
        hasRenamedCity |= entity instanceof City;
    }

    /**
     * Whether one of the two may show what is out of date. R14, R20: the shared cache remembers an inverse side that the map reads
     * afresh, or what has been removed where others refer to it. P2: a collection that is loaded is not loaded again, and has an element
     * under the name that this had when it was loaded.
     */
    boolean isLeftStale(Property<?> property) {
        return (hasRenamedCity && property.target() == City.class)
                || (hasSharedCache && (property.isLeftStale() || refersToRemoved(property)));
    }

    private boolean refersToRemoved(Property<?> property) {
        return property.isAssociation()
                && Model.kindsOf(property.target()).stream().anyMatch(kind -> removed.contains(kind.root()));
    }
}
