package io.muster.dashboard.http;

import io.muster.dashboard.access.Authenticator;
import io.muster.dashboard.access.Decision;
import io.muster.http.Probes;
import io.muster.http.Reply;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Authenticates requests, answers CORS requests, and sets security headers. */
final class SecurityFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String DECISION = SecurityFilter.class.getName();

    private final transient Authenticator authenticator;
    private final transient Set<String> origins;
    private final transient DashboardMetrics metrics;

    /** @param origins origins of other pages that may read the API, e.g. https://portal.example.org */
    SecurityFilter(Authenticator authenticator, Set<String> origins, DashboardMetrics metrics) {
        this.authenticator = authenticator;
        this.origins = Set.copyOf(origins);
        this.metrics = metrics;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(DECISION) instanceof Decision decision) {
            answer(decision, request, response, chain);
            return;
        }
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
        } else if (Probes.OPEN.contains(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else {
            decide(request, response, chain);
        }
    }

    /** If a password must be hashed, the request is suspended and dispatched again by another thread. */
    private void decide(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        CompletableFuture<Decision> decided = authenticator.decide(
                request.getHeader("Authorization"),
                request.getRemoteAddr(),
                Collections.list(request.getHeaders("X-Forwarded-For")));
        if (decided.isDone()) {
            answer(decided.join(), request, response, chain);
            return;
        }
        CompletionStage<Decision> hashed = decided;
        AsyncContext later = request.startAsync();
        later.setTimeout(0); // no timeout: the future always completes
        hashed.thenAccept(decision -> {
            request.setAttribute(DECISION, decision);
            later.dispatch();
        });
    }

    private void answer(Decision decision, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (decision instanceof Decision.Admitted) {
            chain.doFilter(request, response);
        } else if (decision instanceof Decision.Postponed postponed) {
            metrics.refused(429);
            Reply.problem(429, "too many password attempts; retry after " + postponed.seconds() + " s")
                    .with("Retry-After", Long.toString(postponed.seconds()))
                    .to(response);
        } else {
            metrics.refused(401);
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
        List<String> schemes = authenticator.schemes();
        schemes.forEach(scheme -> response.addHeader(
                "WWW-Authenticate",
                scheme + " realm=\"Muster\"" + (scheme.equals("Basic") ? ", charset=\"UTF-8\"" : "")));
        Reply.problem(401, "authentication required: " + String.join(" or ", schemes))
                .to(response);
    }
}
