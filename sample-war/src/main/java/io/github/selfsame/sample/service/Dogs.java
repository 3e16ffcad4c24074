package io.github.selfsame.sample.service;

import io.github.selfsame.sample.model.Dog;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

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
     * @return the dog, or empty if there is none
     */
    public Optional<Dog> find(long id) {
        return Optional.ofNullable(entityManager.find(Dog.class, id));
    }
}
