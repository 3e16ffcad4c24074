package io.github.selfsame.benchmarks;

import io.github.selfsame.eclipselink.IdentityMapSessionCustomizer;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.persistence.config.PersistenceUnitProperties;

/** EclipseLink's persistence units, with the identity map or plain; without the shared cache. */
public final class EclipseLinkUnits {

    private EclipseLinkUnits() {}

    /**
     * Starts plain EclipseLink.
     *
     * @param unit the persistence unit
     * @param database where it reads
     * @return the factory
     */
    public static EntityManagerFactory plain(String unit, DataSource database) {
        return Persistence.createEntityManagerFactory(unit, properties(database));
    }

    /**
     * Starts EclipseLink with the line that puts the identity map in front of it.
     *
     * @param unit the persistence unit
     * @param database where it reads
     * @return the factory
     */
    public static EntityManagerFactory withIdentityMap(String unit, DataSource database) {
        Map<String, Object> properties = properties(database);
        properties.put(PersistenceUnitProperties.SESSION_CUSTOMIZER, IdentityMapSessionCustomizer.class.getName());
        return Persistence.createEntityManagerFactory(unit, properties);
    }

    private static Map<String, Object> properties(DataSource database) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(PersistenceUnitProperties.NON_JTA_DATASOURCE, database);
        properties.put(PersistenceUnitProperties.CACHE_SHARED_DEFAULT, "false");
        properties.put(PersistenceUnitProperties.LOGGING_LEVEL, "SEVERE");
        return properties;
    }
}
