package io.muster.simulation.scenario;

import io.muster.domain.AreaId;
import io.muster.domain.reference.Campaign;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Corrections of statements about participants who were already counted. */
final class Revisions {

    private static final double LEAVE = 0.012;
    private static final double WRONG_DISTRICT = 0.008;
    private static final double WRONG_COMMUNE = 0.008;
    private static final double WRONG_DAY = 0.006;
    private static final double COME_BACK = 0.2;

    private final Campaign campaign;
    private final AreaPicker areaPicker;
    private final FieldOffices offices;
    private final SeededRandom random;

    Revisions(Campaign campaign, AreaPicker areaPicker, FieldOffices offices, SeededRandom random) {
        this.campaign = campaign;
        this.areaPicker = areaPicker;
        this.offices = offices;
        this.random = random;
    }

    /** Corrects or withdraws a share of the enrolled participants, and re-enrolls a share of the withdrawn ones. */
    void revise(List<Participant> participants) {
        List<Participant> shuffled = new ArrayList<>(participants);
        random.shuffle(shuffled);
        Deque<Participant> counted = new ArrayDeque<>(having(Status.ENROLLED, shuffled));
        int all = counted.size();
        some(all * LEAVE, counted, person -> changed(person, Status.WITHDRAWN));
        some(all * WRONG_DISTRICT, counted, person -> moved(person, areaPicker.elsewhere(areaOf(person))));
        some(all * WRONG_COMMUNE, counted, person -> moved(person, areaPicker.neighbourOf(areaOf(person))));
        some(all * WRONG_DAY, counted, this::redated);
        Deque<Participant> gone = new ArrayDeque<>(having(Status.WITHDRAWN, shuffled));
        some(gone.size() * COME_BACK, gone, person -> changed(person, Status.ENROLLED));
    }

    private List<Participant> having(Status status, List<Participant> participants) {
        return participants.stream()
                .filter(person -> person.winning().status() == status)
                .filter(person -> campaign.covers(person.winning().enrolledOn()))
                .toList();
    }

    private static void some(double number, Deque<Participant> from, Consumer<Participant> change) {
        for (int i = 0; i < Math.round(number); i++) {
            change.accept(from.remove());
        }
    }

    private void changed(Participant person, Status status) {
        LocalDate day = random.oneOf(offices.period().days());
        Instant at = offices.period().enrolment(day, random);
        offices.write(person, status, new AreaAndDay(areaOf(person), day), at, offices.recordedSoonAfter(at));
    }

    private void moved(Participant person, AreaId areaId) {
        Statement before = person.winning();
        offices.correct(person, new AreaAndDay(areaId, before.enrolledOn()), before.enrolledAt(), correctedAt());
    }

    private void redated(Participant person) {
        LocalDate before = person.winning().enrolledOn();
        LocalDate earlier = before.minusDays(random.between(1, 3));
        LocalDate day = earlier.isBefore(campaign.startsOn()) ? before.plusDays(1) : earlier;
        Instant at = offices.period().enrolment(day, random);
        offices.correct(person, new AreaAndDay(areaOf(person), day), at, correctedAt());
    }

    private Instant correctedAt() {
        LocalDate day = random.oneOf(offices.period().days());
        return offices.period().office(day, random);
    }

    private static AreaId areaOf(Participant person) {
        return person.winning().areaId();
    }
}
