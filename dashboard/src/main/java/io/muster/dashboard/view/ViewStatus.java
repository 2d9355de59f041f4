package io.muster.dashboard.view;

/** How a view stands to its topics. */
public sealed interface ViewStatus {

    /** The view is behind: it is reading what is there. */
    record Reading() implements ViewStatus {}

    /** The view has read all there is, and follows. */
    record Live() implements ViewStatus {}

    /**
     * The view keeps what it has, and tries again.
     *
     * @param problem what is in the way, for people
     */
    record Waiting(String problem) implements ViewStatus {}
}
