package io.github.selfsame.tests.identity;

import io.github.selfsame.tests.model.Book;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Another service with an EntityManager of its own, and with a transaction of its own or none. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Clerk {

    @PersistenceContext(unitName = "library")
    private EntityManager ownEntityManager;

    public Book find(long id) {
        return ownEntityManager.find(Book.class, id);
    }

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Book findOutsideTransaction(long id) {
        return ownEntityManager.find(Book.class, id);
    }

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Book> allOutsideTransaction() {
        return ownEntityManager
                .createQuery("SELECT b FROM Book b ORDER BY b.id", Book.class)
                .getResultList();
    }

    public List<Book> findClearAndFind(long id) {
        Book before = ownEntityManager.find(Book.class, id);
        ownEntityManager.clear();
        return List.of(before, ownEntityManager.find(Book.class, id));
    }
}
