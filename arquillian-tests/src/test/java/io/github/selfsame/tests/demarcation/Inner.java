package io.github.selfsame.tests.demarcation;

import io.github.selfsame.tests.model.Book;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Is called in the middle of another transaction. */
@Stateless
public class Inner {

    @PersistenceContext(unitName = "library")
    private EntityManager entityManager;

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Book renameInItsOwn(long id, String title) {
        Book book = entityManager.find(Book.class, id);
        book.setTitle(title);
        return book;
    }

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Book findOutside(long id) {
        return entityManager.find(Book.class, id);
    }

    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Book findInTheSame(long id) {
        return entityManager.find(Book.class, id);
    }
}
