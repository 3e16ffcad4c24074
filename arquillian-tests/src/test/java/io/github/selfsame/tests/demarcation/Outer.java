package io.github.selfsame.tests.demarcation;

import io.github.selfsame.tests.model.Book;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Calls other kinds of transactions in the middle of its own. */
@Stateless
public class Outer {

    @EJB
    private Inner inner;

    @PersistenceContext(unitName = "library")
    private EntityManager entityManager;

    /** The outer transaction's object, the inner one's, and the title that the inner one saw or set. */
    public record Sight(Book outer, Book inner, String innerTitle) {}

    public Sight readAndRenameInside(long id, String title) {
        Book own = entityManager.find(Book.class, id);
        return new Sight(own, inner.renameInItsOwn(id, title), title);
    }

    public Sight renameAndLookOutside(long id, String title) {
        Book own = entityManager.find(Book.class, id);
        own.setTitle(title);
        Book others = inner.findOutside(id);
        return new Sight(own, others, others.getTitle());
    }

    public Sight renameAndLookInside(long id, String title) {
        Book own = entityManager.find(Book.class, id);
        own.setTitle(title);
        Book others = inner.findInTheSame(id);
        return new Sight(own, others, others.getTitle());
    }
}
