package io.muster.report.counted;

/** There is nothing to report of what was asked. The message says why, and what there is instead. */
public final class ReportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ReportException(String message) {
        super(message);
    }
}
