package io.muster.dashboard.access;

/** Whether a password is the one of a name. */
@FunctionalInterface
interface PasswordCheck {

    /** Takes long on purpose, and as long for a name that there is not as for any other. */
    boolean isRight(String name, String password);
}
