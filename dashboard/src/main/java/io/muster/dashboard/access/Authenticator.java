package io.muster.dashboard.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Authenticates requests without blocking. A few dedicated threads hash passwords, subject to the {@link
 * LoginRateLimiter}. Concurrent requests with the same credentials share one hash.
 */
public final class Authenticator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Authenticator.class);
    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";
    private static final Decision ADMITTED = new Decision.Admitted();
    private static final Decision REFUSED = new Decision.Refused();

    private static final int MAX_THREADS = 4;

    /** Can be hashed within a few seconds. */
    private static final int MAX_QUEUED = 50;

    private static final long RETRY_SECONDS_IF_FULL = 5;

    private final Access access;
    private final CredentialCache remembered;
    private final LoginRateLimiter limits;
    private final Map<String, CompletableFuture<Decision>> pending = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor hashing;

    /** A name and a password. */
    private record Login(String name, String password) {}

    public Authenticator(Access access) {
        this(access, System::nanoTime);
    }

    Authenticator(Access access, LongSupplier nanoTime) {
        this.access = access;
        this.remembered = new CredentialCache(nanoTime);
        this.limits = new LoginRateLimiter(nanoTime);
        // at most half of the cores; the others keep serving requests
        int threads = Math.max(1, Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors() / 2));
        AtomicInteger number = new AtomicInteger();
        hashing = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_QUEUED), task -> {
                    Thread thread = new Thread(task, "dashboard-passwords-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** The supported authentication schemes. */
    public List<String> schemes() {
        return access.schemes();
    }

    /**
     * Authenticates a request.
     *
     * @param authorization the header
     * @param peer the address at the other end of the connection
     * @param forwardedFor the headers {@code X-Forwarded-For}
     * @return already completed if no password must be hashed
     */
    public CompletableFuture<Decision> decide(@Nullable String authorization, String peer, List<String> forwardedFor) {
        if (access.isOpen()) {
            return completed(ADMITTED);
        }
        if (authorization == null) {
            return completed(REFUSED);
        }
        if (authorization.startsWith(BEARER)) {
            return completed(access.isToken(authorization.substring(BEARER.length())) ? ADMITTED : REFUSED);
        }
        Login login = access.hasUsers() ? login(authorization) : null;
        return login == null ? completed(REFUSED) : check(login, access.origin(peer, forwardedFor));
    }

    private CompletableFuture<Decision> check(Login login, String address) {
        String digest = remembered.digest(login.name(), login.password());
        if (remembered.contains(digest)) {
            return completed(ADMITTED);
        }
        CompletableFuture<Decision> decision = new CompletableFuture<>();
        CompletableFuture<Decision> before = pending.putIfAbsent(digest, decision);
        if (before != null) {
            return before;
        }
        LoginRateLimiter.Attempt attempt = limits.take(address, login.name());
        if (attempt.secondsToWait() > 0) {
            end(digest, decision, new Decision.Postponed(attempt.secondsToWait()));
            return decision;
        }
        try {
            hashing.execute(() -> end(digest, decision, hash(login, digest, attempt)));
        } catch (RejectedExecutionException e) {
            attempt.refund();
            end(digest, decision, new Decision.Postponed(RETRY_SECONDS_IF_FULL));
        }
        return decision;
    }

    private void end(String digest, CompletableFuture<Decision> open, Decision decision) {
        pending.remove(digest);
        open.complete(decision);
    }

    private Decision hash(Login login, String digest, LoginRateLimiter.Attempt attempt) {
        try {
            if (access.passwords().isCorrect(login.name(), login.password())) {
                remembered.add(digest);
                attempt.refund();
                return ADMITTED;
            }
        } catch (RuntimeException | Error e) {
            // keep the thread alive and answer the request
            LOG.error("Failed to verify a password", e);
        }
        return REFUSED;
    }

    private static @Nullable Login login(String authorization) {
        if (!authorization.startsWith(BASIC)) {
            return null;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(authorization.substring(BASIC.length()));
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return parts.length < 2 ? null : new Login(parts[0], parts[1]);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static CompletableFuture<Decision> completed(Decision decision) {
        return CompletableFuture.completedFuture(decision);
    }

    /** Stops its threads. Pending requests are refused. */
    @Override
    public void close() {
        hashing.shutdownNow();
        pending.values().forEach(decision -> decision.complete(REFUSED));
    }
}
