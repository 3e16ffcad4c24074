package io.github.selfsame.tests.conversations;

import jakarta.enterprise.context.Conversation;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Begins and ends conversations; the container takes the parameter {@code cid} for the one to go on with. */
@WebServlet("/conversation/*")
public class ConversationServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Conversation conversation;

    @Inject
    private transient ConversationReader reader;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (request.getPathInfo()) {
            case "/begin" -> conversation.begin();
            case "/begin-short" -> {
                conversation.begin();
                conversation.setTimeout(200);
            }
            case "/end" -> conversation.end();
            case "/go-on" -> {}
            default -> throw new ServletException(request.getPathInfo());
        }
        response.setContentType("text/plain");
        response.getWriter().print(reader.look() + "\n" + reader.look() + "\ncid=" + conversation.getId());
    }
}
