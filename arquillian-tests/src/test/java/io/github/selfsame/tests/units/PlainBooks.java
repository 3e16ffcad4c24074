package io.github.selfsame.tests.units;

import io.github.selfsame.tests.model.Book;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Uses the persistence unit that the library is not connected with. */
@Stateless
public class PlainBooks {

    @PersistenceContext(unitName = "plain")
    private EntityManager entityManager;

    public Book find(long id) {
        return entityManager.find(Book.class, id);
    }

    public Book rename(long id, String title) {
        Book book = find(id);
        book.setTitle(title);
        return book;
    }
}
