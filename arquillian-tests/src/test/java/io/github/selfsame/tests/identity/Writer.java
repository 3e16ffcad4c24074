package io.github.selfsame.tests.identity;

import io.github.selfsame.tests.model.Book;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Calls another transaction in the middle of its own. */
@Stateless
public class Writer {

    @EJB
    private Clerk clerk;

    @PersistenceContext(unitName = "library")
    private EntityManager entityManager;

    /** What the two transactions saw. */
    public record Sight(Book own, Book clerks, String clerksTitle) {}

    public Sight renameAndAskTheClerk(long id, String title) {
        Book own = entityManager.find(Book.class, id);
        own.setTitle(title);
        entityManager.flush();
        Book clerks = clerk.find(id);
        return new Sight(own, clerks, clerks.getTitle());
    }
}
