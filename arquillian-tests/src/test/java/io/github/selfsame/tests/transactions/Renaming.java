package io.github.selfsame.tests.transactions;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.tests.model.Book;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/**
 * Changes a book and leaves the rest to the container: its transaction commits after all interceptors have returned.
 */
public abstract class Renaming {

    @PersistenceContext(unitName = "library")
    private EntityManager entityManager;

    @Inject
    private IdentityMaps maps;

    /** What there was at the end of the method, before the commit. */
    public record Outcome(Book book, Optional<IdentityMap> map) {}

    public Outcome rename(long id, String title) {
        Book book = entityManager.find(Book.class, id);
        book.setTitle(title);
        return new Outcome(book, maps.current());
    }
}
