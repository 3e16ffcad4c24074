package io.github.selfsame.eclipselink.model;

import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;
import java.util.Map;

/** Contract tests on the model of all kinds of mappings. */
public abstract class ModelTest extends ContractTest {

    protected ModelTest() {
        super("model");
    }

    /** The tenant of an entity that has one. */
    @Override
    protected Map<String, Object> unitProperties() {
        return Map.of("eclipselink.tenant-id", "A");
    }

    @Override
    protected void fill() {
        EntityManager manager = factory.createEntityManager();
        manager.getTransaction().begin();
        Model.fill(manager);
        manager.getTransaction().commit();
        manager.close();
    }
}
