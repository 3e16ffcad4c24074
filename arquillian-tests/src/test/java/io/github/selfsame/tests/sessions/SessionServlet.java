package io.github.selfsame.tests.sessions;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** One user's session. */
@WebServlet("/session/*")
public class SessionServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SessionReader reader;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Object answer =
                switch (request.getPathInfo()) {
                    case "/look" -> reader.look();
                    case "/twice" -> reader.look() + "\n" + reader.look();
                    case "/together" -> reader.lookTogether();
                    case "/passivate" -> Passivation.of(request.getSession());
                    case "/leave" -> {
                        request.getSession().invalidate();
                        yield "left";
                    }
                    case "/look-and-leave" -> {
                        Object look = reader.look();
                        request.getSession().invalidate();
                        yield look;
                    }
                    default -> throw new ServletException(request.getPathInfo());
                };
        response.setContentType("text/plain");
        response.getWriter().print(answer);
    }
}
