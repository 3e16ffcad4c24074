package io.github.selfsame.tests.server;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.eclipse.persistence.Version;

/** Tells what the application runs on. */
@WebServlet("/versions")
public class VersionsServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter()
                .print("eclipselink=" + Version.getVersion().replaceFirst("\\.v20.*", "") + "\njdk="
                        + System.getProperty("java.version") + "\nname="
                        + getServletContext().getServerInfo() + "\n");
    }
}
