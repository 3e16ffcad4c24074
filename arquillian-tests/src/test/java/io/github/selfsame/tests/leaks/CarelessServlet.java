package io.github.selfsame.tests.leaks;

import io.github.selfsame.tests.support.DeliberateException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serial;

/** Leaves its threads in all the ways that there are, with forgotten maps on them. */
@WebServlet(urlPatterns = "/leak/*", asyncSupported = true)
public class CarelessServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Watch watch;

    @Inject
    private transient Carelessness carelessness;

    @Resource
    private transient ManagedExecutorService executor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (request.getPathInfo()) {
            case "/nothing" -> {}
            case "/report" -> response.getWriter().print(watch + " underWay=" + watch.underWay());
            case "/forget" -> carelessness.forget();
            case "/forget-in-a-call" -> carelessness.forgetInACall();
            case "/forget-and-fail" -> carelessness.forgetAndFail();
            case "/fail" -> {
                carelessness.forget();
                throw new DeliberateException();
            }
            case "/error" -> {
                carelessness.forget();
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
            case "/endless" -> writeUntilNobodyListens(response);
            case "/async" -> complete(request.startAsync());
            case "/async-container-thread" -> completeOnContainerThread(request.startAsync());
            case "/async-dispatch" -> dispatch(request);
            case "/async-timeout" -> {
                AsyncContext context = request.startAsync();
                context.setTimeout(200);
                carelessness.forget();
            }
            case "/async-fail" -> {
                request.startAsync().setTimeout(200);
                carelessness.forget();
                throw new DeliberateException();
            }
            default -> throw new ServletException(request.getPathInfo());
        }
    }

    private void complete(AsyncContext context) {
        carelessness.forget();
        watch.begin();
        executor.execute(() -> {
            try {
                carelessness.forget();
            } finally {
                context.complete();
                watch.end();
            }
        });
    }

    private void completeOnContainerThread(AsyncContext context) {
        carelessness.forget();
        watch.begin();
        context.start(() -> {
            try {
                carelessness.forget();
            } finally {
                context.complete();
                watch.end();
            }
        });
    }

    private void dispatch(HttpServletRequest request) {
        carelessness.forget();
        request.startAsync().dispatch("/leak/nothing");
    }

    private void writeUntilNobodyListens(HttpServletResponse response) throws IOException {
        carelessness.forget();
        watch.begin();
        try {
            byte[] much = new byte[64 * 1024];
            OutputStream out = response.getOutputStream();
            // at most a gigabyte; a client that goes away makes it fail long before
            for (int written = 0; written < 16 * 1024; written++) {
                out.write(much);
                out.flush();
            }
        } finally {
            watch.end();
        }
    }
}
