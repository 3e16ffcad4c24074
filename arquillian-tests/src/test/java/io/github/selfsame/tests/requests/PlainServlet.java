package io.github.selfsame.tests.requests;

import io.github.selfsame.tests.support.Register;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** A servlet that knows nothing of maps, behind each of the filters. */
@WebServlet({"/plain", "/filtered/plain", "/called/plain"})
public class PlainServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Register register;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print(register.look() + "\n" + register.look());
    }
}
