package io.muster.dashboard.http;

import io.muster.http.Probes;
import io.muster.http.Reply;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Who may read, from which pages, and what browsers must not do with what they get. */
final class Guard extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Whoever watches the service has no password. */
    private static final Set<String> OPEN = Set.of(Probes.LIVE, Probes.READY);

    private final transient Access access;
    private final transient Set<String> origins;

    /** @param origins the pages elsewhere that may read the API, e.g. https://portal.example.org */
    Guard(Access access, Set<String> origins) {
        this.access = access;
        this.origins = Set.copyOf(origins);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'self'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        boolean foreign = allowOrigin(request, response);
        response.setHeader("Cross-Origin-Resource-Policy", foreign ? "cross-origin" : "same-origin");
        if (foreign && request.getMethod().equals("OPTIONS")) {
            response.setStatus(204);
        } else if (OPEN.contains(request.getRequestURI()) || access.isGiven(request.getHeader("Authorization"))) {
            chain.doFilter(request, response);
        } else {
            refuse(response);
        }
    }

    private boolean allowOrigin(HttpServletRequest request, HttpServletResponse response) {
        String origin = request.getHeader("Origin");
        if (origins.isEmpty() || !request.getRequestURI().startsWith("/api/")) {
            return false;
        }
        response.addHeader("Vary", "Origin");
        if (origin == null || !origins.contains(origin)) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Allow-Credentials", "true");
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD");
        response.setHeader("Access-Control-Allow-Headers", "Authorization, If-None-Match, Last-Event-ID");
        response.setHeader("Access-Control-Expose-Headers", "ETag");
        return true;
    }

    private void refuse(HttpServletResponse response) throws IOException {
        access.challenges().forEach(challenge -> response.addHeader("WWW-Authenticate", challenge));
        Reply.problem(401, "say who you are: " + access.schemes()).to(response);
    }
}
