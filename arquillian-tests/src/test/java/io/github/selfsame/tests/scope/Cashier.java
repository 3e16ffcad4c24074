package io.github.selfsame.tests.scope;

import io.github.selfsame.tests.model.Book;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Sees the basket of the call that it is part of. */
@ApplicationScoped
public class Cashier {

    @Inject
    private Basket basket;

    public List<Book> bill() {
        return basket.content();
    }
}
