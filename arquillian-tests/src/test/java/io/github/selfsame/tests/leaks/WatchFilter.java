package io.github.selfsame.tests.leaks;

import io.github.selfsame.tests.support.DeliberateException;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import java.io.IOException;

/** The first to see a request. Fails itself where it is told to. */
@WebFilter(urlPatterns = "/leak/*", asyncSupported = true, dispatcherTypes = DispatcherType.REQUEST)
public class WatchFilter implements Filter {

    @Inject
    private Watch watch;

    @Inject
    private Carelessness carelessness;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        watch.arrive();
        if (request.getParameter("filter") != null) {
            carelessness.forget();
            throw new DeliberateException();
        }
        chain.doFilter(request, response);
    }
}
