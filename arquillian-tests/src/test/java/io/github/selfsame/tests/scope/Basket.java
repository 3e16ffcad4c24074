package io.github.selfsame.tests.scope;

import io.github.selfsame.IdentityMapScoped;
import io.github.selfsame.tests.model.Book;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** One for each map. */
@IdentityMapScoped
public class Basket {

    @Inject
    private Journal journal;

    private final List<Book> books = new ArrayList<>();

    @PostConstruct
    void begin() {
        journal.note("basket begins");
    }

    @PreDestroy
    void end() {
        journal.note("basket ends with " + books.size());
    }

    public void put(Book book) {
        books.add(book);
    }

    public List<Book> content() {
        return List.copyOf(books);
    }
}
