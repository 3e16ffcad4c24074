package io.github.selfsame.sample.service;

import io.github.selfsame.sample.model.Dog;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Changes dogs; knows nothing of who has loaded them before. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DogEditor {

    @PersistenceContext
    private EntityManager entityManager;

    /**
     * Gives a dog another name, in a transaction of its own.
     *
     * @param id the dog, which exists
     * @param name its new name
     * @return the dog that was changed, as this transaction's persistence context had it
     */
    public Dog rename(long id, String name) {
        Dog dog = entityManager.find(Dog.class, id);
        dog.setName(name);
        return dog;
    }
}
