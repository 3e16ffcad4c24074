package io.github.selfsame.tests.redeployment.library;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMaps;
import io.github.selfsame.prefetch.Prefetcher;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.redeployment.Loaders;
import io.github.selfsame.tests.support.Books;
import io.github.selfsame.tests.support.TestDatabase;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;

/** Uses the library in all the ways that might leave something behind in the server. */
@WebServlet("/use")
public class MappedUseServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient TestDatabase database;

    @Inject
    private transient Books books;

    @Inject
    private transient IdentityMaps maps;

    @Inject
    private transient Prefetcher prefetcher;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Loaders.note("library", getClass().getClassLoader());
        database.reset();
        try (IdentityMapActivation activation = maps.open()) {
            List<Book> all = books.all();
            prefetcher.prefetch(all, "author.books");
            books.rename(1, "New");
            response.getWriter()
                    .print(books.find(1) == all.get(0) && activation.map().size() > 0);
        }
        // and in the way that must not leave anything behind either
        maps.open();
        books.find(1);
    }
}
