package io.muster.dashboard.view;

import io.muster.dashboard.view.ViewException.Obstacle;
import io.muster.schemas.AvroSerdes;
import java.time.Duration;
import java.util.Map;

/** Reads the topics once, for a command that prints and ends. */
public final class BoardReader {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private BoardReader() {}

    /**
     * All that is published at the time of asking.
     *
     * @param kafka settings of Kafka clients, bootstrap.servers among them
     * @throws ViewException if broker or registry do not answer, a topic is missing, or the end is not reached in time
     */
    public static Board read(Map<String, ?> kafka, AvroSerdes serdes, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        Duration patience = atMost.compareTo(PATIENCE) < 0 ? atMost : PATIENCE;
        BoardState state = new BoardState();
        try (TopicReader reader = new TopicReader(kafka, serdes, state.feeds(), patience)) {
            reader.assign();
            var ends = reader.ends();
            while (!reader.hasReached(ends)) {
                if (System.nanoTime() - deadline > 0) {
                    throw new ViewException(
                            Obstacle.TIME,
                            "the topics were not read to their end within " + atMost.toSeconds() + " s",
                            null);
                }
                reader.poll(POLL);
            }
        }
        return state.freeze();
    }
}
