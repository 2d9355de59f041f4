package io.muster.cli.terminal;

import java.util.Locale;
import java.util.OptionalDouble;

/** A progress bar as text. */
public final class ProgressBar {

    private static final int WIDTH = 20;

    private ProgressBar() {}

    /**
     * {@code [######--------------]  30% }, or empty if the share is unknown.
     *
     * @param share from 0 to 1
     */
    public static String of(OptionalDouble share) {
        if (share.isEmpty()) {
            return "";
        }
        int done = (int) (share.getAsDouble() * WIDTH);
        return String.format(Locale.ROOT, "[%s%s] %3d%% ", "#".repeat(done), "-".repeat(WIDTH - done), (int)
                (share.getAsDouble() * 100));
    }
}
