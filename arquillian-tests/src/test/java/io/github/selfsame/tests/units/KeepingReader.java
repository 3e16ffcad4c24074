package io.github.selfsame.tests.units;

import io.github.selfsame.tests.model.Book;
import jakarta.ejb.Remove;

/** What stateful beans do that keep what they have read; each call is a transaction. */
public abstract class KeepingReader {

    private Book last;

    /** Reads a book twice; tells whether both were one object. */
    public boolean read(long id) {
        last = find(id);
        return find(id) == last;
    }

    public Book last() {
        return last;
    }

    @Remove
    public void close() {}

    protected abstract Book find(long id);
}
