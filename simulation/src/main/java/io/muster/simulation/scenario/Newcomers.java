package io.muster.simulation.scenario;

import io.muster.domain.statement.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Simulates participants who enroll during a period, and the corrections of their statements. */
final class Newcomers {

    private static final double WRONG_AREA = 0.03;
    private static final double WRONG_DAY = 0.02;
    private static final double CAME_BACK = 0.012;
    private static final double STALE = 0.3;

    private final LocalDate startsOn;
    private final AreaPicker areaPicker;
    private final FieldOffices offices;
    private final SeededRandom random;
    private final List<Participant> participants = new ArrayList<>();

    Newcomers(LocalDate startsOn, AreaPicker areaPicker, FieldOffices offices, SeededRandom random) {
        this.startsOn = startsOn;
        this.areaPicker = areaPicker;
        this.offices = offices;
        this.random = random;
    }

    /** Adds a participant who is finally enrolled there, usually with the first statement. */
    void enroll(AreaAndDay place) {
        double share = random.share();
        if (share < WRONG_AREA) {
            moved(place.in(areaPicker.otherThan(place.areaId())), place);
        } else if (share < WRONG_AREA + WRONG_DAY) {
            moved(place.on(place.day().minusDays(random.between(1, 3))), place);
        } else if (share < WRONG_AREA + WRONG_DAY + CAME_BACK && place.day().isAfter(startsOn.plusDays(1))) {
            cameBack(place);
        } else {
            Instant enrolledAt = enrolment(place);
            offices.write(newParticipant(), Status.ENROLLED, place, enrolledAt, offices.recordedSoonAfter(enrolledAt));
        }
    }

    /** Adds a participant who enrolls, and is finally withdrawn there. */
    void withdraw(AreaAndDay place) {
        mayArriveStale(left(place));
    }

    private void moved(AreaAndDay wrong, AreaAndDay right) {
        Participant participant = newParticipant();
        Instant enrolledAt = enrolment(right);
        Instant stated = wrong.day().equals(right.day()) ? enrolledAt : enrolment(wrong);
        Instant recordedAt = offices.recordedSoonAfter(enrolledAt);
        offices.write(participant, Status.ENROLLED, wrong, stated, recordedAt);
        offices.correct(participant, right, enrolledAt, offices.correctedAfter(recordedAt));
        mayArriveStale(participant);
    }

    private void cameBack(AreaAndDay place) {
        Participant participant = left(place.on(place.day().minusDays(1)));
        Instant enrolledAt = enrolment(place);
        offices.write(participant, Status.ENROLLED, place, enrolledAt, recordedAfter(enrolledAt, participant));
    }

    private Participant left(AreaAndDay place) {
        long sinceStart = place.day().toEpochDay() - startsOn.toEpochDay();
        AreaAndDay came = place.on(place.day().minusDays(Math.min(random.between(1, 6), sinceStart)));
        Instant cameAt = enrolment(came);
        Participant participant = newParticipant();
        offices.write(participant, Status.ENROLLED, came, cameAt, offices.recordedSoonAfter(cameAt));
        Instant leftAt = enrolment(place);
        offices.write(participant, Status.WITHDRAWN, place, leftAt, recordedAfter(leftAt, participant));
        return participant;
    }

    private Instant recordedAfter(Instant happened, Participant participant) {
        Instant previous = participant.winning().recordedAt();
        return offices.correctedAfter(previous.isAfter(happened) ? previous : happened);
    }

    private Instant enrolment(AreaAndDay place) {
        return offices.period().enrolment(place.day(), random);
    }

    private void mayArriveStale(Participant participant) {
        if (random.happens(STALE)) {
            offices.arriveStale(participant);
        }
    }

    private Participant newParticipant() {
        Participant participant = offices.newParticipant();
        participants.add(participant);
        return participant;
    }

    List<Participant> participants() {
        return List.copyOf(participants);
    }
}
