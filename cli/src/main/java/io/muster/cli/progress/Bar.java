package io.muster.cli.progress;

import java.util.Locale;
import java.util.OptionalDouble;

/** Shows how much of something is done. */
public final class Bar {

    private static final int WIDTH = 20;

    private Bar() {}

    /**
     * {@code [######--------------]  30% }, or nothing where the share is not known.
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
