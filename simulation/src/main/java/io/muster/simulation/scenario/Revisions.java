package io.muster.simulation.scenario;

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

/** What becomes known later about people who were already counted. */
final class Revisions {

    private static final double LEAVE = 0.012;
    private static final double WRONG_DISTRICT = 0.008;
    private static final double WRONG_COMMUNE = 0.008;
    private static final double WRONG_DAY = 0.006;
    private static final double COME_BACK = 0.2;

    private final Campaign campaign;
    private final Places places;
    private final Registry registry;
    private final Chance chance;

    Revisions(Campaign campaign, Places places, Registry registry, Chance chance) {
        this.campaign = campaign;
        this.places = places;
        this.registry = registry;
        this.chance = chance;
    }

    /** Revises a share of those who are counted, and lets a share of those who left come back. */
    void revise(List<Participant> participants) {
        List<Participant> shuffled = new ArrayList<>(participants);
        chance.shuffle(shuffled);
        Deque<Participant> counted = new ArrayDeque<>(having(Status.ENROLLED, shuffled));
        int all = counted.size();
        some(all * LEAVE, counted, person -> changed(person, Status.WITHDRAWN));
        some(all * WRONG_DISTRICT, counted, person -> moved(person, places.elsewhere(areaOf(person))));
        some(all * WRONG_COMMUNE, counted, person -> moved(person, places.neighbourOf(areaOf(person))));
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
        LocalDate day = chance.oneOf(registry.period().days());
        Instant at = registry.period().enrolment(day, chance);
        registry.write(person, status, new Spot(areaOf(person), day), at, registry.recordedSoonAfter(at));
    }

    private void moved(Participant person, String areaId) {
        Statement before = person.winning();
        registry.correct(person, new Spot(areaId, before.enrolledOn()), before.enrolledAt(), correctedAt());
    }

    private void redated(Participant person) {
        LocalDate before = person.winning().enrolledOn();
        LocalDate earlier = before.minusDays(chance.between(1, 3));
        LocalDate day = earlier.isBefore(campaign.startsOn()) ? before.plusDays(1) : earlier;
        Instant at = registry.period().enrolment(day, chance);
        registry.correct(person, new Spot(areaOf(person), day), at, correctedAt());
    }

    private Instant correctedAt() {
        LocalDate day = chance.oneOf(registry.period().days());
        return registry.period().office(day, chance);
    }

    private static String areaOf(Participant person) {
        return person.winning().areaId();
    }
}
