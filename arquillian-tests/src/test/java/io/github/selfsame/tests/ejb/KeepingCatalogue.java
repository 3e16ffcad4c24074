package io.github.selfsame.tests.ejb;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.Books;
import jakarta.ejb.Remove;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** What stateful beans do that keep what they have read, without a transaction of their own. */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public abstract class KeepingCatalogue {

    @Inject
    private Books books;

    @Inject
    private IdentityMaps maps;

    private Book last;
    private IdentityMap map;

    /** Reads a book twice; tells whether both were one object. */
    public boolean read(long id) {
        last = books.find(id);
        map = maps.current().orElseThrow();
        return books.find(id) == last;
    }

    public Book last() {
        return last;
    }

    /** The map of the last reading. */
    public IdentityMap map() {
        return map;
    }

    @Remove
    public void close() {}
}
