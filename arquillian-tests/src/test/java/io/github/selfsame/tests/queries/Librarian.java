package io.github.selfsame.tests.queries;

import io.github.selfsame.eclipselink.SelfsameHints;
import io.github.selfsame.query.EntityFinder;
import io.github.selfsame.query.ExactlyOne;
import io.github.selfsame.tests.model.Book;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.NoResultException;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;

/** Queries with hints; each call is a transaction with a persistence context of its own. */
@Stateless
public class Librarian {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private ExactlyOne exactlyOne;

    @Inject
    private EntityFinder entityFinder;

    public List<Book> all(String hint, Object value) {
        return entityManager
                .createQuery("SELECT b FROM Book b ORDER BY b.id", Book.class)
                .setHint(hint, value)
                .getResultList();
    }

    public Book findWithAuthor(long id) {
        return entityManager.find(Book.class, id, Map.of(SelfsameHints.PREFETCH, "author"));
    }

    public List<Book> findTogether(Object... ids) {
        return entityFinder.findMultiple(entityManager, Book.class, List.of(ids));
    }

    public Book byTitle(String title) {
        return exactlyOne.get(entityManager, Book.class, Map.of("title", title));
    }

    public String whyNot(String title) {
        try {
            return byTitle(title).getTitle();
        } catch (NoResultException e) {
            return e.getMessage();
        }
    }
}
