package io.github.selfsame.tests.entitymanagers;

import io.github.selfsame.tests.model.Book;
import jakarta.ejb.Remove;
import jakarta.ejb.Stateful;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceContextType;

/**
 * A stateful bean whose persistence context lives as long as the bean. Payara Micro would write it away after each transaction, and
 * destroy it since that fails.
 */
@Stateful(passivationCapable = false)
@Dependent
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExtendedReader {

    @PersistenceContext(unitName = "library", type = PersistenceContextType.EXTENDED)
    private EntityManager entityManager;

    public Book find(long id) {
        return entityManager.find(Book.class, id);
    }

    public boolean manages(Book book) {
        return entityManager.contains(book);
    }

    /** Changes a book, and leaves it to a later transaction to write that. */
    public void rename(long id, String title) {
        find(id).setTitle(title);
    }

    /** A transaction, which the persistence context joins. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void save() {}

    @Remove
    public void finish() {}
}
