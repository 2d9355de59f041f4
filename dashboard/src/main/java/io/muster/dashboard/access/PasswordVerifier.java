package io.muster.dashboard.access;

/** Verifies passwords. */
@FunctionalInterface
interface PasswordVerifier {

    /** Slow on purpose, and equally slow for unknown names. */
    boolean isCorrect(String name, String password);
}
