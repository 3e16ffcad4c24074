package io.github.selfsame.tests.requests;

import io.github.selfsame.IdentityMaps;
import io.github.selfsame.UseIdentityMap;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import java.io.IOException;

/** A filter that starts the map in a program, which works on all servers. */
@WebFilter("/called/*")
public class CallingFilter implements Filter {

    @Inject
    private IdentityMaps identityMaps;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            identityMaps.call(UseIdentityMap.Nesting.NEW, () -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
