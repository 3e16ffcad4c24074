package io.github.selfsame.tests.redeployment.monitor;

import io.github.selfsame.tests.redeployment.Loaders;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Stays on the server, and tells which applications have left something there. */
@WebServlet("/loaders")
public class LoadersServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(Loaders.alive(request.getParameter("application")));
    }
}
