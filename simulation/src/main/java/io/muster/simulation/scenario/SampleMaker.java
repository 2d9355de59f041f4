package io.muster.simulation.scenario;

import io.muster.domain.AreaId;
import io.muster.domain.plan.LastSevenDays;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Generates the participants of one drive so that they add up to its figures. */
final class SampleMaker {

    private static final double LEFT = 0.02;
    private static final double BELATED = 0.025;
    private static final int BELATED_DAYS = 5;
    private static final int DAYS_BEFORE_THE_START = 3;
    private static final int EARLY_PER_DAY = 3;
    private static final int SENT_AGAIN = 12;

    private final Drive drive;
    private final SampleAreas areas = new SampleAreas();
    private final DailySpread dailySpread;
    private final LocalDate startsOn;
    private final List<Participant> participants = new ArrayList<>();

    private SampleMaker(Drive drive) {
        this.drive = drive;
        this.dailySpread = new DailySpread(drive);
        this.startsOn = drive.campaign().startsOn();
    }

    static Sample make(Drive drive) {
        SampleMaker maker = new SampleMaker(drive);
        Sample.Part published = maker.untilPublished();
        return new Sample(drive, maker.areas, published, maker.toTheEnd(published.arrivals()));
    }

    private Sample.Part untilPublished() {
        SeededRandom random = SeededRandom.of(drive.seed(), "published");
        LocalDate last = drive.publishedOn();
        LocalDate recent = LastSevenDays.firstDay(last);
        List<LocalDate> days = new ArrayList<>();
        days.addAll(dailySpread.spread(drive.published() - drive.recently(), startsOn, recent.minusDays(1)));
        days.addAll(dailySpread.spread(drive.recently(), recent, last));
        Map<AreaId, Integer> counts = new TreeMap<>();
        drive.goals().forEach(goal -> counts.put(goal.districtId(), goal.published()));
        FieldOffices offices = offices(startsOn, last, random);
        enroll(counts, days, offices, random);
        offices.sendAgain();
        List<Arrival> arrivals = offices.arrivals();
        return new Sample.Part(arrivals, ExpectedFigures.of(drive, areas, last, participants, arrivals));
    }

    private Sample.Part toTheEnd(List<Arrival> before) {
        SeededRandom random = SeededRandom.of(drive.seed(), "to the end");
        LocalDate published = drive.publishedOn();
        LocalDate first = published.plusDays(1);
        LocalDate last = drive.campaign().endsOn();
        FieldOffices offices = offices(first, last, random);
        new Revisions(drive.campaign(), new AreaPicker(areas, random), offices, random).revise(participants);
        Map<AreaId, Integer> counts = new TreeMap<>();
        drive.goals().forEach(goal -> counts.put(goal.districtId(), goal.finished() - enrolledIn(goal.districtId())));
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        int belated = (int) Math.round(all * BELATED);
        List<LocalDate> days = new ArrayList<>();
        days.addAll(dailySpread.spread(belated, published.minusDays(BELATED_DAYS), published));
        days.addAll(dailySpread.spread(all - belated, first, last));
        enroll(counts, days, offices, random);
        offices.sendAgain(some(before, random));
        offices.sendAgain();
        List<Arrival> arrivals = offices.arrivals();
        List<Arrival> both = new ArrayList<>(before);
        both.addAll(arrivals);
        return new Sample.Part(arrivals, ExpectedFigures.of(drive, areas, last, participants, both));
    }

    private FieldOffices offices(LocalDate first, LocalDate last, SeededRandom random) {
        Period period = new Period(first, last, drive.campaign().zone());
        return new FieldOffices(drive.campaign().campaignId(), areas, period, random);
    }

    /**
     * Enrolls the given number of participants per district on these days. Adds some that withdraw and some that
     * enroll too early.
     */
    private void enroll(Map<AreaId, Integer> counts, List<LocalDate> days, FieldOffices offices, SeededRandom random) {
        AreaPicker areaPicker = new AreaPicker(areas, random);
        Newcomers newcomers = new Newcomers(startsOn, areaPicker, offices, random);
        List<AreaId> districts = mixed(counts, random);
        for (int i = 0; i < districts.size(); i++) {
            newcomers.enroll(new AreaAndDay(areaPicker.in(districts.get(i)), days.get(i)));
        }
        List<LocalDate> leaving = offices.period().days().stream().skip(1).toList();
        for (int i = 0; i < Math.round(districts.size() * LEFT); i++) {
            newcomers.withdraw(new AreaAndDay(areaPicker.in(random.oneOf(districts)), random.oneOf(leaving)));
        }
        for (int i = 0; i < DAYS_BEFORE_THE_START * EARLY_PER_DAY; i++) {
            LocalDate early = startsOn.minusDays(1 + i % DAYS_BEFORE_THE_START);
            newcomers.enroll(new AreaAndDay(areaPicker.in(random.oneOf(districts)), early));
        }
        participants.addAll(newcomers.participants());
    }

    /**
     * The districts, repeated by their numbers and shuffled, so that some districts are rather early and others rather
     * late.
     */
    private static List<AreaId> mixed(Map<AreaId, Integer> counts, SeededRandom random) {
        record Turn(double order, AreaId districtId) {}
        List<Turn> turns = new ArrayList<>();
        counts.forEach((districtId, number) -> {
            double early = random.between(-0.35, 0.35);
            for (int i = 0; i < number; i++) {
                double order = random.share();
                turns.add(new Turn(order - early * order * (1 - order), districtId));
            }
        });
        turns.sort(Comparator.comparingDouble(Turn::order));
        return turns.stream().map(Turn::districtId).toList();
    }

    private int enrolledIn(AreaId districtId) {
        return (int) participants.stream()
                .map(Participant::winning)
                .filter(statement -> statement.status() == Status.ENROLLED)
                .filter(statement -> drive.campaign().covers(statement.enrolledOn()))
                .filter(statement -> areas.isWithin(statement.areaId(), districtId))
                .count();
    }

    private static List<Statement> some(List<Arrival> arrivals, SeededRandom random) {
        List<Arrival> shuffled = new ArrayList<>(arrivals);
        random.shuffle(shuffled);
        return shuffled.stream().limit(SENT_AGAIN).map(Arrival::statement).toList();
    }
}
