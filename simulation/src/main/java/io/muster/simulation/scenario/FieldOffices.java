package io.muster.simulation.scenario;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Simulates the offices: they write statements during one period and send them at once, late, or twice. */
final class FieldOffices {

    private static final Duration ONE_DAY = Duration.ofDays(1);
    private static final Duration CORRECTION_DELAY = Duration.ofMinutes(10);
    private static final double DUPLICATES = 0.03;

    /**
     * This office has a bad connection and sends far more duplicates, so that counting lines would rank its district
     * first.
     */
    private static final AreaId BAD_CONNECTION = new AreaId("hiep-hoa");

    private static final double ELSEWHERE = 0.15;

    private final CampaignId campaignId;
    private final SampleAreas areas;
    private final Period period;
    private final SeededRandom random;
    private final List<Arrival> arrivals = new ArrayList<>();

    FieldOffices(CampaignId campaignId, SampleAreas areas, Period period, SeededRandom random) {
        this.campaignId = campaignId;
        this.areas = areas;
        this.period = period;
        this.random = random;
    }

    Period period() {
        return period;
    }

    Participant newParticipant() {
        return new Participant(campaignId, new ParticipantRef(random.hex()), Demographics.segments(random));
    }

    /** Time of recording: mostly within the hour, sometimes days later. */
    Instant recordedSoonAfter(Instant happened) {
        Instant until = period.recordsUntil();
        if (happened.isBefore(period.opens())) {
            return period.soonAfter(period.opens(), 3, until, random);
        }
        if (random.happens(0.08)) {
            Instant later = period.office(period.localDay(happened).plusDays(random.between(1, 6)), random);
            if (later.isBefore(until)) {
                return later;
            }
        }
        return happened.plusMillis(random.between(20_000L, 40 * 60_000L));
    }

    /** Time of a correction. */
    Instant correctedAfter(Instant recorded) {
        return period.soonAfter(recorded, 4, period.recordsUntil(), random);
    }

    /** Writes a statement, which arrives at once, or days later if the office is offline. */
    Statement write(Participant participant, Status status, AreaAndDay place, Instant enrolledAt, Instant recordedAt) {
        Instant sent = recordedAt.isBefore(period.opens()) ? period.opens() : recordedAt;
        return write(participant, status, place, enrolledAt, recordedAt, sent);
    }

    /** Writes a correction. One in seven comes from an office whose clock is some minutes behind. */
    Statement correct(Participant participant, AreaAndDay place, Instant enrolledAt, Instant recordedAt) {
        Instant previous = participant.winning().recordedAt();
        boolean clockBehind = random.happens(0.15) && previous.isAfter(enrolledAt);
        Instant stated = clockBehind ? previous.minusSeconds(random.between(60, 1_200)) : recordedAt;
        return write(participant, Status.ENROLLED, place, enrolledAt, stated, recordedAt);
    }

    private Statement write(
            Participant participant,
            Status status,
            AreaAndDay place,
            Instant enrolledAt,
            Instant recordedAt,
            Instant sent) {
        String source = Demographics.source(areas.districtOf(place.areaId()), random);
        Instant written = notLongBeforeTheLast(participant, recordedAt);
        Instant leaves = sent.isBefore(written) ? written : sent;
        Statement statement = participant.state(random.uuid(), status, place, enrolledAt, written, source);
        Instant arrivesAt = random.happens(0.04)
                ? period.soonAfter(leaves, 3, period.endsAt(), random)
                : leaves.plusMillis(random.between(400L, 90_000L));
        arrivals.add(new Arrival(statement, arrivesAt));
        return statement;
    }

    /**
     * Office clocks may be off by minutes, not by days: a version that is more than a day ahead of recordedAt is
     * refused.
     */
    private static Instant notLongBeforeTheLast(Participant participant, Instant recordedAt) {
        if (participant.statements().isEmpty()) {
            return recordedAt;
        }
        Instant last = participant.winning().recordedAt();
        return recordedAt.isBefore(last.minus(ONE_DAY)) ? last.plus(CORRECTION_DELAY) : recordedAt;
    }

    /** Makes the second to last statement of a participant arrive after the last one. */
    void arriveStale(Participant participant) {
        Statement older = participant.statements().get(participant.statements().size() - 2);
        Arrival newer = arrivals.get(arrivals.size() - 1);
        arrivals.replaceAll(arrival -> arrival.statement().equals(older)
                ? new Arrival(older, period.soonAfter(newer.at(), 3, period.endsAt(), random))
                : arrival);
    }

    /** Sends statements of an earlier period again. */
    void sendAgain(List<Statement> earlier) {
        for (Statement statement : earlier) {
            arrivals.add(new Arrival(statement, period.soonAfter(period.opens(), 5, period.endsAt(), random)));
        }
    }

    /** Sends a share of all statements again. */
    void sendAgain() {
        int left = (int) Math.round(arrivals.size() * DUPLICATES);
        while (left > 0) {
            Arrival first = random.oneOf(arrivals);
            boolean badConnection = areas.districtOf(first.statement().areaId()).equals(BAD_CONNECTION);
            if (badConnection || random.happens(ELSEWHERE)) {
                arrivals.add(new Arrival(first.statement(), again(first.at())));
                left--;
            }
        }
    }

    private Instant again(Instant first) {
        Instant retried = first.plusMillis(random.between(1_000L, 60_000L));
        return random.happens(0.6) && retried.isBefore(period.endsAt())
                ? retried
                : period.soonAfter(first, 2, period.endsAt(), random);
    }

    /** All arrivals, in order. */
    List<Arrival> arrivals() {
        return arrivals.stream().sorted(Comparator.comparing(Arrival::at)).toList();
    }
}
