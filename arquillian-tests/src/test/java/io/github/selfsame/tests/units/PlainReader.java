package io.github.selfsame.tests.units;

import io.github.selfsame.tests.model.Book;
import jakarta.ejb.Stateful;
import jakarta.inject.Inject;

/** Reads with the persistence unit that the library is not connected with. */
@Stateful(passivationCapable = false) // see docs/servers.md: Payara Micro
public class PlainReader extends KeepingReader {

    @Inject
    private PlainBooks books;

    @Override
    protected Book find(long id) {
        return books.find(id);
    }
}
