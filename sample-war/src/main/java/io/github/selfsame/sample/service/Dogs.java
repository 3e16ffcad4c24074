package io.github.selfsame.sample.service;

import io.github.selfsame.sample.model.Dog;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds dogs. Each call from outside of a transaction has one of its own, and so a persistence context of its own. */
@Stateless
public class Dogs {

    @PersistenceContext
    private EntityManager entityManager;

    /**
     * Lists all dogs; their associations stay lazy.
     *
     * @return all dogs, by id
     */
    public List<Dog> all() {
        return entityManager
                .createQuery("select dog from Dog dog order by dog.id", Dog.class)
                .getResultList();
    }

    /**
     * Finds one dog.
     *
     * @param id its id
     * @return the dog, or null if there is none
     */
    public @Nullable Dog find(long id) {
        return entityManager.find(Dog.class, id);
    }
}
