package io.github.selfsame.sample.startup;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Fills the database when the application starts: one transaction, with the statements sent in batches. */
@Singleton
@Startup
public class KennelFiller {

    @PersistenceContext
    private EntityManager entityManager;

    @PostConstruct
    void fill() {
        KennelData data = KennelData.draw();
        data.makers().forEach(entityManager::persist);
        data.toys().forEach(entityManager::persist);
        data.owners().forEach(entityManager::persist);
        data.dogs().forEach(entityManager::persist);
    }
}
