package io.github.selfsame.tests.interceptors;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.Books;
import io.github.selfsame.tests.support.DeliberateException;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;

/** A service without a transaction of its own: each call of the books is one. */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public abstract class Desk {

    @Inject
    private Books books;

    @Inject
    private IdentityMaps maps;

    /** What was seen within a call. */
    public record Sight(Book first, Book second, Optional<IdentityMap> map) {

        boolean isOneObject() {
            return first == second;
        }
    }

    public Sight look() {
        return sight();
    }

    public void lookAndFail(Consumer<Sight> observer) {
        observer.accept(sight());
        throw new DeliberateException();
    }

    protected Sight sight() {
        return new Sight(books.find(1), books.find(1), maps.current());
    }
}
