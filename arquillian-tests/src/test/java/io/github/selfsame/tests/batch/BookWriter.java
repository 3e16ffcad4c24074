package io.github.selfsame.tests.batch;

import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.Books;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Renames the books of a chunk. */
@Dependent
@Named
public class BookWriter extends AbstractItemWriter {

    @Inject
    private Books books;

    @Override
    public void writeItems(List<Object> items) {
        for (Object item : items) {
            long id = ((Book) item).getId();
            books.rename(id, "Book " + id);
        }
    }
}
