package io.github.selfsame.tests.units;

import io.github.selfsame.tests.model.Book;
import jakarta.ejb.Remove;
import jakarta.ejb.Stateful;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceContextType;

/** Has persistence contexts that live as long as the bean; Payara gives them to the other stateful beans of the war file, too. */
@Stateful(passivationCapable = false) // see docs/servers.md: Payara Micro
public class ExtendedReader {

    @PersistenceContext(unitName = "library", type = PersistenceContextType.EXTENDED)
    private EntityManager library;

    @PersistenceContext(unitName = "plain", type = PersistenceContextType.EXTENDED)
    private EntityManager plain;

    public Book find(long id) {
        return library.find(Book.class, id);
    }

    public Book findPlain(long id) {
        return plain.find(Book.class, id);
    }

    @Remove
    public void close() {}
}
