package io.github.selfsame.tests.batch;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.tests.model.Book;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** What a job has seen, item by item. */
@ApplicationScoped
public class Minutes {

    /** The map and the book of one item. */
    public record Entry(IdentityMap map, Book book) {}

    private final List<Entry> entries = new ArrayList<>();

    synchronized void note(IdentityMap map, Book book) {
        entries.add(new Entry(map, book));
    }

    synchronized List<Entry> take() {
        List<Entry> taken = List.copyOf(entries);
        entries.clear();
        return taken;
    }
}
