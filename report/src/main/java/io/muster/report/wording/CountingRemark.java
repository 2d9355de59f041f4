package io.muster.report.wording;

import io.muster.domain.tally.CountingState;
import java.time.ZoneId;
import java.util.Optional;

/** The warning that figures are incomplete because the streams application has stopped or lags behind. */
public final class CountingRemark {

    private CountingRemark() {}

    /**
     * One sentence; empty if the application is up to date or its state is unknown.
     *
     * @param zone time zone of the campaign
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
