package io.github.selfsame.tests.ejb;

import io.github.selfsame.tests.model.Book;
import jakarta.ejb.Remove;
import jakarta.ejb.Stateful;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceContextType;

/** A stateful bean whose persistence context lives as long as the bean. */
@Stateful(passivationCapable = false) // see docs/servers.md: Payara Micro
public class Catalogue {

    @PersistenceContext(type = PersistenceContextType.EXTENDED)
    private EntityManager extended;

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Book find(long id) {
        return extended.find(Book.class, id);
    }

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean manages(Book book) {
        return extended.contains(book);
    }

    /** Its transaction commits what was changed before, too. */
    public void save() {
        extended.joinTransaction();
    }

    @Remove
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void close() {}
}
