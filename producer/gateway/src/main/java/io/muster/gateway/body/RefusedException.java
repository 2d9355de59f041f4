package io.muster.gateway.body;

import java.util.Map;

/** Refuses a request. The message is sent to the client, and never quotes the request. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers;

    private RefusedException(int status, String detail, Map<String, String> headers) {
        // No stack trace: it says nothing about the request and is costly.
        super(detail, null, false, false);
        this.status = status;
        this.headers = Map.copyOf(headers);
    }

    /** Refuses a request. */
    public static RefusedException of(int status, String detail) {
        return new RefusedException(status, detail, Map.of());
    }

    /** Refuses a request, with a response header. */
    public static RefusedException of(int status, String detail, String header, String value) {
        return new RefusedException(status, detail, Map.of(header, value));
    }

    /** Refuses a request that may be retried later. */
    public static RefusedException later(int status, String detail, long seconds) {
        return new RefusedException(status, detail, Map.of("Retry-After", Long.toString(seconds)));
    }

    public int status() {
        return status;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Additional response headers. */
    public Map<String, String> headers() {
        return headers;
    }
}
