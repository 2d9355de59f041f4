package io.muster.cli.board;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which level of areas to list. */
final class LevelOption {

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "Level of the listed areas, e.g. commune (default: the level directly below the root).")
    private @Nullable String level;

    @Nullable
    String level() {
        return level;
    }
}
