package io.muster.simulation.scenario;

import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The offices that write statements during one period, and the lines that bring them in: at once, later, or twice. */
final class Registry {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_WHILE = Duration.ofMinutes(10);
    private static final double DUPLICATES = 0.03;

    /** The line of this office is bad: it sends again far more often, so that counting lines makes it the first. */
    private static final String BAD_LINE = "hiep-hoa";

    private static final double ELSEWHERE = 0.15;

    private final String campaignId;
    private final Tree tree;
    private final Period period;
    private final Chance chance;
    private final List<Arrival> arrivals = new ArrayList<>();

    Registry(String campaignId, Tree tree, Period period, Chance chance) {
        this.campaignId = campaignId;
        this.tree = tree;
        this.period = period;
        this.chance = chance;
    }

    Period period() {
        return period;
    }

    Participant newParticipant() {
        return new Participant(campaignId, chance.hex(), People.segments(chance));
    }

    /** When something that happened is written down: mostly within the hour, some of it days later. */
    Instant recordedSoonAfter(Instant happened) {
        Instant until = period.recordsUntil();
        if (happened.isBefore(period.opens())) {
            return period.soonAfter(period.opens(), 3, until, chance);
        }
        if (chance.happens(0.08)) {
            Instant later = period.office(period.localDay(happened).plusDays(chance.between(1, 6)), chance);
            if (later.isBefore(until)) {
                return later;
            }
        }
        return happened.plusMillis(chance.between(20_000L, 40 * 60_000L));
    }

    /** When something is corrected. */
    Instant correctedAfter(Instant recorded) {
        return period.soonAfter(recorded, 4, period.recordsUntil(), chance);
    }

    /** Writes a statement, which comes in at once or, from an office without a line, days later. */
    Statement write(Participant participant, Status status, Spot spot, Instant enrolledAt, Instant recordedAt) {
        Instant sent = recordedAt.isBefore(period.opens()) ? period.opens() : recordedAt;
        return write(participant, status, spot, enrolledAt, recordedAt, sent);
    }

    /** A correction; one in seven comes from an office whose clock is some minutes behind that of the one it corrects. */
    Statement correct(Participant participant, Spot spot, Instant enrolledAt, Instant recordedAt) {
        Instant previous = participant.winning().recordedAt();
        boolean clockBehind = chance.happens(0.15) && previous.isAfter(enrolledAt);
        Instant stated = clockBehind ? previous.minusSeconds(chance.between(60, 1_200)) : recordedAt;
        return write(participant, Status.ENROLLED, spot, enrolledAt, stated, recordedAt);
    }

    private Statement write(
            Participant participant, Status status, Spot spot, Instant enrolledAt, Instant recordedAt, Instant sent) {
        String source = People.source(tree.districtOf(spot.areaId()), chance);
        Instant written = notLongBeforeTheLast(participant, recordedAt);
        Instant leaves = sent.isBefore(written) ? written : sent;
        Statement statement = participant.say(chance.uuid(), status, spot, enrolledAt, written, source);
        Instant arrivesAt = chance.happens(0.04)
                ? period.soonAfter(leaves, 3, period.endsAt(), chance)
                : leaves.plusMillis(chance.between(400L, 90_000L));
        arrivals.add(new Arrival(statement, arrivesAt));
        return statement;
    }

    /** An office's clock may be minutes behind, not days: its statement would outrank all that is said until then, and is refused. */
    private static Instant notLongBeforeTheLast(Participant participant, Instant recordedAt) {
        if (participant.said().isEmpty()) {
            return recordedAt;
        }
        Instant last = participant.winning().recordedAt();
        return recordedAt.isBefore(last.minus(A_DAY)) ? last.plus(A_WHILE) : recordedAt;
    }

    /** Lets the statement before the last one about somebody come in after it. */
    void arriveStale(Participant participant) {
        Statement older = participant.said().get(participant.said().size() - 2);
        Arrival newer = arrivals.get(arrivals.size() - 1);
        arrivals.replaceAll(arrival -> arrival.statement().equals(older)
                ? new Arrival(older, period.soonAfter(newer.at(), 3, period.endsAt(), chance))
                : arrival);
    }

    /** Sends statements of an earlier period again. */
    void sendAgain(List<Statement> earlier) {
        for (Statement statement : earlier) {
            arrivals.add(new Arrival(statement, period.soonAfter(period.opens(), 5, period.endsAt(), chance)));
        }
    }

    /** Sends a share of all statements again, as they were. */
    void sendAgain() {
        int left = (int) Math.round(arrivals.size() * DUPLICATES);
        while (left > 0) {
            Arrival first = chance.oneOf(arrivals);
            boolean badLine = tree.districtOf(first.statement().areaId()).equals(BAD_LINE);
            if (badLine || chance.happens(ELSEWHERE)) {
                arrivals.add(new Arrival(first.statement(), again(first.at())));
                left--;
            }
        }
    }

    private Instant again(Instant first) {
        Instant retried = first.plusMillis(chance.between(1_000L, 60_000L));
        return chance.happens(0.6) && retried.isBefore(period.endsAt())
                ? retried
                : period.soonAfter(first, 2, period.endsAt(), chance);
    }

    /** In the order in which they come in. */
    List<Arrival> arrivals() {
        return arrivals.stream().sorted(Comparator.comparing(Arrival::at)).toList();
    }
}
