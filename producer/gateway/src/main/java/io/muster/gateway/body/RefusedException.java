package io.muster.gateway.body;

import java.util.Map;

/** A request that is answered with an error. The message is for the one who sent it, and holds nothing of what was sent. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers;

    private RefusedException(int status, String detail, Map<String, String> headers) {
        // the place in the program says nothing about the request, and finding it out costs
        super(detail, null, false, false);
        this.status = status;
        this.headers = Map.copyOf(headers);
    }

    /** The request cannot be used as it is. */
    public static RefusedException of(int status, String detail) {
        return new RefusedException(status, detail, Map.of());
    }

    /** With a header that the status asks for. */
    public static RefusedException of(int status, String detail, String header, String value) {
        return new RefusedException(status, detail, Map.of(header, value));
    }

    /** The same request may be taken a little later. */
    public static RefusedException later(int status, String detail, long seconds) {
        return new RefusedException(status, detail, Map.of("Retry-After", Long.toString(seconds)));
    }

    public int status() {
        return status;
    }

    /** The message. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Further headers of the answer. */
    public Map<String, String> headers() {
        return headers;
    }
}
