package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Tenants;
import jakarta.persistence.EntityManager;
import java.util.Map;

/**
 * How a program opens one of its EntityManagers.
 *
 * @param place where
 * @param partition what those have in common that see the same rows of one unit
 * @param properties those that the EntityManager is created with
 * @param isToldLate whether it is told its tenant only when its transaction has begun
 */
record Opening(Place place, String partition, Map<String, Object> properties, boolean isToldLate) {

    /** The partition of those that have not been told their tenant. */
    static final String UNTOLD = "untold";

    static Opening of(Place place, String partition, Map<String, Object> properties) {
        return new Opening(place, partition, properties, false);
    }

    static Opening ofTenant(Place place, String tenant) {
        return new Opening(place, tenant, Map.of(Tenants.PROPERTY, tenant), false);
    }

    static Opening toldTenant(Place place, String tenant) {
        return new Opening(place, tenant, Map.of(), true);
    }

    /** Whether a row of a tenant may be given out here. */
    boolean isFor(Object tenant) {
        boolean isOfTenant = isToldLate || properties.containsKey(Tenants.PROPERTY);
        return !isOfTenant || tenant.equals(partition);
    }

    EntityManager open() {
        return place.factory().createEntityManager(properties);
    }

    void begun(EntityManager manager) {
        if (isToldLate) {
            manager.setProperty(Tenants.PROPERTY, partition);
        }
    }
}
