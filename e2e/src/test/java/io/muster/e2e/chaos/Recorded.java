package io.muster.e2e.chaos;

import io.muster.cli.options.Connection;
import io.muster.e2e.Position;
import java.util.List;

/** The positions of what was refused, as text. */
public final class Recorded {

    private Recorded() {}

    /** Each as {@code partition@offset}. */
    public static List<String> rejections(Connection connection) {
        return io.muster.e2e.Recorded.rejections(connection).stream()
                .map(Position::toString)
                .toList();
    }
}
