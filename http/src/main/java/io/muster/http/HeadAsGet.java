package io.muster.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;

/**
 * Routes HEAD requests to the GET route; Jetty omits the body. Javalin on its own answers every HEAD request with 200
 * if a GET route exists, regardless of the status that route would return.
 */
public final class HeadAsGet extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String HEAD = "HEAD";
    private static final String ASKED = HeadAsGet.class.getName();

    private HeadAsGet() {}

    static void addTo(ServletContextHandler handler) {
        FilterHolder filter = new FilterHolder(new HeadAsGet());
        filter.setAsyncSupported(true);
        handler.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
    }

    /** Whether the client sent HEAD. */
    public static boolean isHead(HttpServletRequest request) {
        return request.getAttribute(ASKED) != null;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals(HEAD)) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(ASKED, true);
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getMethod() {
                        return "GET";
                    }
                },
                response);
    }
}
