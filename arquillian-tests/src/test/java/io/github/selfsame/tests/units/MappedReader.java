package io.github.selfsame.tests.units;

import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.Books;
import jakarta.ejb.Stateful;
import jakarta.inject.Inject;

/** Reads with a map for each call. */
@Stateful(passivationCapable = false) // see docs/servers.md: Payara Micro
@UseIdentityMap
public class MappedReader extends KeepingReader {

    @Inject
    private Books books;

    @Override
    protected Book find(long id) {
        return books.find(id);
    }
}
