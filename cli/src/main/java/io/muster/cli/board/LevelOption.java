package io.muster.cli.board;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which areas are listed. */
final class LevelOption {

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "The level of the areas that are listed, e.g. commune (the one directly below the root).")
    private @Nullable String level;

    @Nullable
    String level() {
        return level;
    }
}
