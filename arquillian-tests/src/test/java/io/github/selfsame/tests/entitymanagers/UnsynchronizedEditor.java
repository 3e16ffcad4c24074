package io.github.selfsame.tests.entitymanagers;

import io.github.selfsame.tests.model.Book;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.SynchronizationType;

/** Its persistence context takes part in a transaction only when it is told to. */
@Stateless
public class UnsynchronizedEditor {

    @PersistenceContext(unitName = "library", synchronization = SynchronizationType.UNSYNCHRONIZED)
    private EntityManager entityManager;

    public Book find(long id) {
        return entityManager.find(Book.class, id);
    }

    public Book renameWithoutJoining(long id, String title) {
        Book book = find(id);
        book.setTitle(title);
        return book;
    }

    public Book renameAndJoin(long id, String title) {
        Book book = renameWithoutJoining(id, title);
        entityManager.joinTransaction();
        return book;
    }
}
