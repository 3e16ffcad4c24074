package io.github.selfsame.sample.service;

import io.github.selfsame.sample.measure.Notebook;
import io.github.selfsame.sample.model.Dog;
import io.github.selfsame.sample.model.Toy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;

/** Reads the cards at the dogs' baskets: who the dog is, whose it is, and what it plays with. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class DogCards {

    @PersistenceContext
    private EntityManager entityManager;

    /**
     * Reads some cards, in a transaction of its own.
     *
     * @param ids the dogs
     * @param notebook where to write down what is on the cards
     */
    public void read(Collection<Long> ids, Notebook notebook) {
        for (Long id : ids) {
            Dog dog = entityManager.find(Dog.class, id);
            notebook.write(dog, dog.getName());
            notebook.write(dog.getOwner(), dog.getOwner().getName());
            for (Toy toy : Toy.byId(dog.getToys())) {
                notebook.write(toy, toy.getName());
            }
        }
    }
}
