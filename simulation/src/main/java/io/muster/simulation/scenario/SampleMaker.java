package io.muster.simulation.scenario;

import io.muster.domain.plan.LastSevenDays;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Draws the participants of one drive, so that they come out at its figures. */
final class SampleMaker {

    private static final double LEFT = 0.02;
    private static final double BELATED = 0.025;
    private static final int BELATED_DAYS = 5;
    private static final int DAYS_BEFORE_THE_START = 3;
    private static final int EARLY_PER_DAY = 3;
    private static final int SENT_AGAIN = 12;

    private final Drive drive;
    private final Tree tree = new Tree();
    private final Rhythm rhythm;
    private final LocalDate startsOn;
    private final List<Participant> participants = new ArrayList<>();

    private SampleMaker(Drive drive) {
        this.drive = drive;
        this.rhythm = new Rhythm(drive);
        this.startsOn = drive.campaign().startsOn();
    }

    static Sample make(Drive drive) {
        SampleMaker maker = new SampleMaker(drive);
        Sample.Part published = maker.untilPublished();
        return new Sample(drive, maker.tree, published, maker.toTheEnd(published.arrivals()));
    }

    private Sample.Part untilPublished() {
        Chance chance = Chance.of(drive.seed(), "published");
        LocalDate last = drive.publishedOn();
        LocalDate recent = LastSevenDays.firstDay(last);
        List<LocalDate> days = new ArrayList<>();
        days.addAll(rhythm.spread(drive.published() - drive.recently(), startsOn, recent.minusDays(1)));
        days.addAll(rhythm.spread(drive.recently(), recent, last));
        Map<String, Integer> wanted = new TreeMap<>();
        drive.goals().forEach(goal -> wanted.put(goal.districtId(), goal.published()));
        Registry registry = registry(startsOn, last, chance);
        enroll(wanted, days, registry, chance);
        registry.sendAgain();
        List<Arrival> arrivals = registry.arrivals();
        return new Sample.Part(arrivals, Figures.of(drive, tree, last, participants, arrivals));
    }

    private Sample.Part toTheEnd(List<Arrival> before) {
        Chance chance = Chance.of(drive.seed(), "to the end");
        LocalDate published = drive.publishedOn();
        LocalDate first = published.plusDays(1);
        LocalDate last = drive.campaign().endsOn();
        Registry registry = registry(first, last, chance);
        new Revisions(drive.campaign(), new Places(tree, chance), registry, chance).revise(participants);
        Map<String, Integer> wanted = new TreeMap<>();
        drive.goals().forEach(goal -> wanted.put(goal.districtId(), goal.finished() - enrolledIn(goal.districtId())));
        int all = wanted.values().stream().mapToInt(Integer::intValue).sum();
        int belated = (int) Math.round(all * BELATED);
        List<LocalDate> days = new ArrayList<>();
        days.addAll(rhythm.spread(belated, published.minusDays(BELATED_DAYS), published));
        days.addAll(rhythm.spread(all - belated, first, last));
        enroll(wanted, days, registry, chance);
        registry.sendAgain(some(before, chance));
        registry.sendAgain();
        List<Arrival> arrivals = registry.arrivals();
        List<Arrival> both = new ArrayList<>(before);
        both.addAll(arrivals);
        return new Sample.Part(arrivals, Figures.of(drive, tree, last, participants, both));
    }

    private Registry registry(LocalDate first, LocalDate last, Chance chance) {
        Period period = new Period(first, last, drive.campaign().zone());
        return new Registry(drive.campaign().campaignId(), tree, period, chance);
    }

    /** Enrolls so many in each district, on these days, and beside them some who leave and some who came too early. */
    private void enroll(Map<String, Integer> wanted, List<LocalDate> days, Registry registry, Chance chance) {
        Places places = new Places(tree, chance);
        Newcomers newcomers = new Newcomers(startsOn, places, registry, chance);
        List<String> districts = mixed(wanted, chance);
        for (int i = 0; i < districts.size(); i++) {
            newcomers.enroll(new Spot(places.in(districts.get(i)), days.get(i)));
        }
        List<LocalDate> leaving = registry.period().days().stream().skip(1).toList();
        for (int i = 0; i < Math.round(districts.size() * LEFT); i++) {
            newcomers.withdraw(new Spot(places.in(chance.oneOf(districts)), chance.oneOf(leaving)));
        }
        for (int i = 0; i < DAYS_BEFORE_THE_START * EARLY_PER_DAY; i++) {
            LocalDate early = startsOn.minusDays(1 + i % DAYS_BEFORE_THE_START);
            newcomers.enroll(new Spot(places.in(chance.oneOf(districts)), early));
        }
        participants.addAll(newcomers.participants());
    }

    /** The districts, each so many times as wanted, mixed, but so that some districts are rather early and others rather late. */
    private static List<String> mixed(Map<String, Integer> wanted, Chance chance) {
        record Turn(double order, String districtId) {}
        List<Turn> turns = new ArrayList<>();
        wanted.forEach((districtId, number) -> {
            double early = chance.between(-0.35, 0.35);
            for (int i = 0; i < number; i++) {
                double order = chance.share();
                turns.add(new Turn(order - early * order * (1 - order), districtId));
            }
        });
        turns.sort(Comparator.comparingDouble(Turn::order));
        return turns.stream().map(Turn::districtId).toList();
    }

    private int enrolledIn(String districtId) {
        return (int) participants.stream()
                .map(Participant::winning)
                .filter(said -> said.status() == Status.ENROLLED)
                .filter(said -> drive.campaign().covers(said.enrolledOn()))
                .filter(said -> tree.isWithin(said.areaId(), districtId))
                .count();
    }

    private static List<Statement> some(List<Arrival> arrivals, Chance chance) {
        List<Arrival> shuffled = new ArrayList<>(arrivals);
        chance.shuffle(shuffled);
        return shuffled.stream().limit(SENT_AGAIN).map(Arrival::statement).toList();
    }
}
