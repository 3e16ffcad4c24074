package io.github.selfsame.tests.batch;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.Books;
import io.github.selfsame.tests.support.DeliberateException;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Reads each book and changes it. */
@Dependent
@Named
public class BookProcessor implements ItemProcessor {

    @Inject
    private Books books;

    @Inject
    private IdentityMaps maps;

    @Inject
    private Minutes minutes;

    @Inject
    @BatchProperty
    private String failAt;

    @Override
    public Object processItem(Object item) {
        long id = (Long) item;
        if (failAt != null && !failAt.isEmpty() && Long.parseLong(failAt) == id) {
            minutes.note(maps.current().orElseThrow(), null);
            throw new DeliberateException();
        }
        Book book = books.find(id);
        IdentityMap map = maps.current().orElse(null);
        minutes.note(map, book);
        return book;
    }
}
