package io.github.selfsame.tests.support;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** What a test asks for over HTTP that is not its subject. */
@WebServlet("/support/*")
public class SupportServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient TestDatabase database;

    @Inject
    private transient Register register;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String answer =
                switch (request.getPathInfo()) {
                    case "/reset" -> {
                        database.reset();
                        yield "reset";
                    }
                    case "/reads" -> String.valueOf(database.reads());
                    case "/ended" -> String.valueOf(register.hasEnded(Integer.parseInt(request.getParameter("map"))));
                    default -> throw new IllegalArgumentException(request.getPathInfo());
                };
        response.setContentType("text/plain");
        response.getWriter().print(answer);
    }
}
