package io.muster.report.counted;

/** The requested report does not exist. The message gives the reason and the alternatives. */
public final class ReportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ReportException(String message) {
        super(message);
    }
}
