package io.muster.report.wording;

import io.muster.domain.counting.CountingState;
import java.time.ZoneId;
import java.util.Optional;

/** What people are told where the figures are not those of all statements there are. */
public final class CountingRemark {

    private CountingRemark() {}

    /**
     * One sentence; empty where nothing is wrong, or nothing is known.
     *
     * @param zone of the campaign, for the time
     */
    public static Optional<String> of(CountingState state, Wording wording, ZoneId zone) {
        if (state instanceof CountingState.Stopped stopped) {
            return Optional.of(wording.say(
                    stopped.isWhole() ? "counting.stopped" : "counting.stopped.partly",
                    wording.moment(stopped.since(), zone),
                    wording.count(stopped.silent()),
                    wording.count(stopped.all())));
        }
        if (state instanceof CountingState.Behind behind) {
            return Optional.of(wording.say("counting.behind", behind.records(), wording.count(behind.records())));
        }
        return Optional.empty();
    }
}
