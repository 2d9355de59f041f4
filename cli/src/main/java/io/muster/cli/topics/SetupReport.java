package io.muster.cli.topics;

import io.muster.cli.topics.Finding.State;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a set-up found and did.
 *
 * @param topics one finding for each topic
 * @param subjects one finding for each subject of the registry
 */
public record SetupReport(List<Finding> topics, List<Finding> subjects) {

    public SetupReport {
        topics = List.copyOf(topics);
        subjects = List.copyOf(subjects);
    }

    /** Whether the counts can rely on everything: nothing is wrong, though something may differ. */
    public boolean isUsable() {
        return count(State.WRONG) == 0;
    }

    long count(State state) {
        return Stream.concat(topics.stream(), subjects.stream())
                .filter(finding -> finding.state() == state)
                .count();
    }
}
