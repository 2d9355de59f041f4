package io.muster.dashboard.api;

/** What was asked for is not there, or the question cannot be understood. The message says which, and what there is. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean missing;

    private ApiException(boolean missing, String message) {
        super(message);
        this.missing = missing;
    }

    /** There is no such thing. */
    public static ApiException missing(String message) {
        return new ApiException(true, message);
    }

    /** The question cannot be understood. */
    public static ApiException wrong(String message) {
        return new ApiException(false, message);
    }

    /** Whether there is no such thing; otherwise the question is wrong. */
    public boolean isMissing() {
        return missing;
    }
}
