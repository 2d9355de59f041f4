package io.muster.dashboard.report.print;

import io.muster.dashboard.report.bulletin.Bulletin;
import io.muster.dashboard.report.bulletin.Bulletin.Line;
import io.muster.dashboard.report.bulletin.Corrections;
import io.muster.dashboard.report.bulletin.Corrections.Kind;
import io.muster.dashboard.report.bulletin.Figures;
import io.muster.dashboard.report.counted.Certified;
import io.muster.dashboard.report.wording.CountingRemark;
import io.muster.dashboard.report.wording.QualityRemarks;
import io.muster.dashboard.report.wording.Wording;
import io.muster.domain.reference.Campaign;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a bulletin says in words; a paragraph is a list of sentences. */
record BulletinSentences(Bulletin bulletin, Wording wording) {

    /** Of those behind and of those corrected; the table has all. */
    private static final int MOST_NAMED = 10;

    String title() {
        return wording.say("title", wording.name(bulletin.campaign()));
    }

    String period() {
        Campaign campaign = bulletin.campaign();
        return wording.say(
                "period", wording.name(bulletin.root()), wording.period(campaign.startsOn(), campaign.endsOn()));
    }

    /** "By the end of 18 May 2023". */
    String asOf() {
        return wording.say(bulletin.isDayOver() ? "asOf.over" : "asOf", wording.day(bulletin.asOfDay()));
    }

    List<String> totals() {
        List<String> said = new ArrayList<>();
        said.add(enrolled());
        // long after the end there is nothing to say about a week that has no day of the campaign
        if (!bulletin.sevenDaysFrom().isAfter(bulletin.campaign().endsOn())) {
            said.add(wording.say(
                    "week",
                    wording.period(bulletin.sevenDaysFrom(), bulletin.asOfDay()),
                    wording.count(bulletin.total().last7Days()),
                    wording.dayOfYear(bulletin.asOfDay()),
                    wording.count(bulletin.total().today())));
        }
        addPlan(said);
        addStock(said);
        addCertified(said);
        return said;
    }

    String enrolled() {
        Figures total = bulletin.total();
        String enrolled = wording.count(total.enrolled());
        String area = wording.name(bulletin.root());
        Double percent = total.attainmentPercent();
        return percent == null || total.target() == null
                ? wording.say("enrolled", total.enrolled(), asOf(), enrolled, area)
                : wording.say(
                        "enrolled.plan",
                        total.enrolled(),
                        asOf(),
                        enrolled,
                        wording.percent(percent),
                        wording.count(total.target()),
                        area);
    }

    private void addPlan(List<String> said) {
        Figures total = bulletin.total();
        Long needed = total.needed();
        if (needed != null && needed > 0) {
            long ahead = total.enrolled() - needed;
            said.add(wording.say(
                    ahead > 0 ? "expected.ahead" : ahead < 0 ? "expected.behind" : "expected.met",
                    wording.day(bulletin.plannedThrough()),
                    wording.count(needed),
                    wording.count(Math.abs(ahead))));
        }
    }

    private void addStock(List<String> said) {
        Long stock = bulletin.stock();
        Long aim = bulletin.campaign().stockTarget();
        Double percent = bulletin.stockPercent();
        if (stock != null && aim != null && percent != null) {
            said.add(wording.say("stock.aim", wording.count(stock), wording.percent(percent), wording.count(aim)));
        } else if (stock != null) {
            said.add(wording.say("stock", wording.count(stock)));
        }
    }

    private void addCertified(List<String> said) {
        Certified certified = bulletin.certified();
        if (certified != null) {
            said.add(wording.say(
                    "certified",
                    wording.day(certified.through()),
                    wording.count(certified.enrolled()),
                    wording.difference(certified.adjustment())));
        }
    }

    /** Who leads, who has completed, who is behind. */
    List<String> areas() {
        List<String> said = new ArrayList<>();
        addList(
                said,
                "leaders.count",
                bulletin.leadersByCount(),
                line -> wording.say(
                        "item.count",
                        wording.name(line.area()),
                        wording.count(line.figures().enrolled())));
        addList(
                said,
                "leaders.rate",
                bulletin.leadersByAttainment(),
                line -> wording.say(
                        "item",
                        wording.name(line.area()),
                        wording.percent(Objects.requireNonNull(line.figures().attainmentPercent()))));
        addList(
                said,
                "completed",
                bulletin.completed(),
                line -> wording.say(
                        "item.day",
                        wording.name(line.area()),
                        wording.day(Objects.requireNonNull(line.figures().completedOn()))));
        if (!bulletin.behind().isEmpty()) {
            said.add(wording.say(
                    "behind", wording.day(bulletin.plannedThrough()), named(bulletin.behind(), this::shortfall)));
        }
        return said;
    }

    private void addList(List<String> said, String key, List<Line> lines, Function<Line, String> item) {
        if (!lines.isEmpty()) {
            said.add(wording.say(key, lines.stream().map(item).collect(Collectors.joining(", "))));
        }
    }

    private String shortfall(Line line) {
        return wording.say(
                "item.behind",
                wording.name(line.area()),
                wording.count(line.figures().behindBy()),
                wording.count(line.figures().enrolled()),
                wording.count(Objects.requireNonNull(line.figures().needed())));
    }

    /** Empty where they are not known. */
    List<String> corrections() {
        Corrections told = bulletin.corrections();
        if (told == null) {
            return List.of();
        }
        List<String> said = new ArrayList<>();
        String days = days(told.from(), told.through());
        if (told.made().all() == 0) {
            said.add(wording.say("corrections.none", days));
        } else {
            said.add(wording.say(
                    "corrections", days, cases(told.made()), net(told.made().net())));
        }
        if (!told.made().byArea().isEmpty()) {
            said.add(wording.say(
                    "corrections.areas",
                    named(
                            told.made().byArea(),
                            change -> wording.say(
                                    "item", wording.name(change.area()), wording.difference(change.net())))));
        }
        if (told.later().all() > 0) {
            said.add(wording.say(
                    "corrections.later",
                    wording.day(told.through()),
                    cases(told.later()),
                    net(told.later().net())));
        }
        return said;
    }

    private String days(LocalDate from, LocalDate through) {
        return from.equals(through)
                ? wording.say("corrections.day", wording.day(through))
                : wording.say("corrections.days", wording.period(from, through));
    }

    private String cases(Corrections.Sum sum) {
        return Stream.of(Kind.values())
                .filter(kind -> sum.cases(kind) > 0)
                .map(kind -> wording.say("corrections." + kind, wording.count(sum.cases(kind))))
                .collect(Collectors.joining(", "));
    }

    private String net(long net) {
        String key = net < 0 ? "net.fell" : net > 0 ? "net.rose" : "net.same";
        return wording.say(key, wording.count(Math.abs(net)));
    }

    private <T> String named(List<T> all, Function<T, String> item) {
        String named = all.stream().limit(MOST_NAMED).map(item).collect(Collectors.joining(", "));
        return all.size() <= MOST_NAMED
                ? named
                : wording.say("and.more", named, wording.count(all.size() - MOST_NAMED));
    }

    /** What is not in the figures, and what is odd about the definitions. */
    List<String> remarks() {
        return new QualityRemarks(bulletin.quality(), bulletin.root(), wording).lines("quality");
    }

    /** Whether something that came in is not counted; a paragraph of one sentence, or empty. */
    List<String> counting() {
        return CountingRemark.of(
                        bulletin.counting(), wording, bulletin.campaign().zone())
                .stream()
                .toList();
    }

    String computed() {
        return wording.computed(bulletin.computedAt(), bulletin.campaign().zone());
    }
}
