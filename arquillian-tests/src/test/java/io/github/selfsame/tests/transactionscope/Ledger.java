package io.github.selfsame.tests.transactionscope;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.tests.support.Books;
import io.github.selfsame.tests.support.DeliberateException;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionScoped;
import java.util.function.Consumer;

/** Works in the map of the transaction that there is. */
@UseIdentityMap(lifetime = TransactionScoped.class)
public abstract class Ledger {

    @Inject
    private IdentityMaps maps;

    @Inject
    private Books books;

    /** The map in which a book was read. */
    public IdentityMap read() {
        books.find(1);
        return maps.current().orElseThrow();
    }

    public IdentityMap rename(String title) {
        books.rename(1, title);
        return maps.current().orElseThrow();
    }

    public void renameAndFail(Consumer<IdentityMap> observer) {
        observer.accept(rename("Never"));
        throw new DeliberateException();
    }
}
