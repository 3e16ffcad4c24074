package io.github.selfsame.tests.redeployment.control;

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

/**
 * Does the same work without the library. It compares records as every application may, for the JDK itself (until 18) keeps
 * the last class whose comparison it has linked, and with it a class loader.
 */
@WebServlet("/use")
public class PlainUseServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient TestDatabase database;

    @Inject
    private transient Books books;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Loaders.note("control", getClass().getClassLoader());
        database.reset();
        List<Book> all = books.all();
        books.rename(1, "New");
        boolean renamed = new Title(books.find(1).getTitle()).equals(new Title("New"));
        response.getWriter().print(renamed && all.size() == 4);
    }

    private record Title(String text) {}
}
