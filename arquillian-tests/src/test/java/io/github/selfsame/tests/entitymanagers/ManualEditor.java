package io.github.selfsame.tests.entitymanagers;

import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.DeliberateException;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;

/** Creates and closes its EntityManagers itself. */
@Stateless
public class ManualEditor {

    @PersistenceUnit(unitName = "library")
    private EntityManagerFactory factory;

    /** Leaves the EntityManager open to the caller, who has to close it. */
    public record Edit(Book book, EntityManager entityManager) {}

    public Edit rename(long id, String title) {
        EntityManager entityManager = factory.createEntityManager();
        Book book = entityManager.find(Book.class, id);
        book.setTitle(title);
        return new Edit(book, entityManager);
    }

    public void renameAndFail(long id, String title) {
        EntityManager entityManager = factory.createEntityManager();
        entityManager.find(Book.class, id).setTitle(title);
        entityManager.flush();
        entityManager.close();
        throw new DeliberateException();
    }
}
