package io.muster.simulation.scenario;

import io.muster.domain.statement.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** People who enroll during a period, and what happens to their statements on the way to where they end. */
final class Newcomers {

    private static final double WRONG_AREA = 0.03;
    private static final double WRONG_DAY = 0.02;
    private static final double CAME_BACK = 0.012;
    private static final double STALE = 0.3;

    private final LocalDate startsOn;
    private final Places places;
    private final Registry registry;
    private final Chance chance;
    private final List<Participant> participants = new ArrayList<>();

    Newcomers(LocalDate startsOn, Places places, Registry registry, Chance chance) {
        this.startsOn = startsOn;
        this.places = places;
        this.registry = registry;
        this.chance = chance;
    }

    /** Somebody who ends as enrolled in this spot, mostly with the first statement. */
    void enroll(Spot spot) {
        double share = chance.share();
        if (share < WRONG_AREA) {
            moved(spot.in(places.otherThan(spot.areaId())), spot);
        } else if (share < WRONG_AREA + WRONG_DAY) {
            moved(spot.on(spot.day().minusDays(chance.between(1, 3))), spot);
        } else if (share < WRONG_AREA + WRONG_DAY + CAME_BACK && spot.day().isAfter(startsOn.plusDays(1))) {
            cameBack(spot);
        } else {
            Instant enrolledAt = enrolment(spot);
            registry.write(newParticipant(), Status.ENROLLED, spot, enrolledAt, registry.recordedSoonAfter(enrolledAt));
        }
    }

    /** Somebody who enrolls, and ends as withdrawn on the day of this spot. */
    void withdraw(Spot spot) {
        mayArriveStale(left(spot));
    }

    private void moved(Spot wrong, Spot right) {
        Participant participant = newParticipant();
        Instant enrolledAt = enrolment(right);
        Instant stated = wrong.day().equals(right.day()) ? enrolledAt : enrolment(wrong);
        Instant recordedAt = registry.recordedSoonAfter(enrolledAt);
        registry.write(participant, Status.ENROLLED, wrong, stated, recordedAt);
        registry.correct(participant, right, enrolledAt, registry.correctedAfter(recordedAt));
        mayArriveStale(participant);
    }

    private void cameBack(Spot spot) {
        Participant participant = left(spot.on(spot.day().minusDays(1)));
        Instant enrolledAt = enrolment(spot);
        registry.write(participant, Status.ENROLLED, spot, enrolledAt, recordedAfter(enrolledAt, participant));
    }

    private Participant left(Spot spot) {
        long sinceStart = spot.day().toEpochDay() - startsOn.toEpochDay();
        Spot came = spot.on(spot.day().minusDays(Math.min(chance.between(1, 6), sinceStart)));
        Instant cameAt = enrolment(came);
        Participant participant = newParticipant();
        registry.write(participant, Status.ENROLLED, came, cameAt, registry.recordedSoonAfter(cameAt));
        Instant leftAt = enrolment(spot);
        registry.write(participant, Status.WITHDRAWN, spot, leftAt, recordedAfter(leftAt, participant));
        return participant;
    }

    private Instant recordedAfter(Instant happened, Participant participant) {
        Instant previous = participant.winning().recordedAt();
        return registry.correctedAfter(previous.isAfter(happened) ? previous : happened);
    }

    private Instant enrolment(Spot spot) {
        return registry.period().enrolment(spot.day(), chance);
    }

    private void mayArriveStale(Participant participant) {
        if (chance.happens(STALE)) {
            registry.arriveStale(participant);
        }
    }

    private Participant newParticipant() {
        Participant participant = registry.newParticipant();
        participants.add(participant);
        return participant;
    }

    List<Participant> participants() {
        return List.copyOf(participants);
    }
}
