package io.muster.dashboard.api;

/** A request for something that does not exist, or an invalid request. The message names the valid alternatives. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean missing;

    private ApiException(boolean missing, String message) {
        super(message);
        this.missing = missing;
    }

    /** Something that does not exist: status 404. */
    public static ApiException notFound(String message) {
        return new ApiException(true, message);
    }

    /** An invalid request: status 400. */
    public static ApiException badRequest(String message) {
        return new ApiException(false, message);
    }

    /** Whether the status is 404; otherwise it is 400. */
    public boolean isMissing() {
        return missing;
    }
}
