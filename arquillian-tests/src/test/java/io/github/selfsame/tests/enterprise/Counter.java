package io.github.selfsame.tests.enterprise;

import io.github.selfsame.IdentityMapScoped;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.tests.enterprise.beans.Shelf;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.Books;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** A bean of the web module. */
@ApplicationScoped
@UseIdentityMap
public class Counter {

    @Inject
    private Books books;

    @Inject
    private Shelf shelf;

    @Inject
    private Pile pile;

    /** Asks beans of the other module. */
    public List<Book> ask(long id) {
        pile.put(books.find(id));
        shelf.lookTwice(id).forEach(pile::put);
        return pile.content();
    }

    /** One for each map. */
    @IdentityMapScoped
    public static class Pile {

        private final List<Book> books = new ArrayList<>();

        public void put(Book book) {
            books.add(book);
        }

        public List<Book> content() {
            return List.copyOf(books);
        }
    }
}
