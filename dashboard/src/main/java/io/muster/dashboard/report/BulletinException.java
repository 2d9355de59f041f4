package io.muster.dashboard.report;

/** There is no such bulletin. The message says why, and what there is instead. */
public final class BulletinException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BulletinException(String message) {
        super(message);
    }
}
