package io.github.selfsame.eclipselink.model;

import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;

/** Contract tests on the model of all kinds of mappings. */
public abstract class ModelTest extends ContractTest {

    protected ModelTest() {
        super("model");
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
