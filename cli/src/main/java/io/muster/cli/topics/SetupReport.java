package io.muster.cli.topics;

import io.muster.cli.topics.SetupResult.State;
import java.util.List;
import java.util.stream.Stream;

/**
 * The result of a setup.
 *
 * @param topics one result per topic
 * @param subjects one result per subject of the registry
 */
public record SetupReport(List<SetupResult> topics, List<SetupResult> subjects) {

    public SetupReport {
        topics = List.copyOf(topics);
        subjects = List.copyOf(subjects);
    }

    /** Whether nothing is {@link State#WRONG}. Differences that do not affect the counts are allowed. */
    public boolean isUsable() {
        return count(State.WRONG) == 0;
    }

    long count(State state) {
        return Stream.concat(topics.stream(), subjects.stream())
                .filter(result -> result.state() == state)
                .count();
    }
}
