package io.muster.report.print;

import io.muster.domain.reference.AreaLabels;
import io.muster.domain.reference.Campaign;
import io.muster.report.bulletin.Bulletin;
import io.muster.report.bulletin.Bulletin.Line;
import io.muster.report.bulletin.Bulletin.Phase;
import io.muster.report.bulletin.CorrectionSummary;
import io.muster.report.bulletin.Figures;
import io.muster.report.counted.CertifiedTotal;
import io.muster.report.wording.CountingRemark;
import io.muster.report.wording.QualityRemarks;
import io.muster.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text of a bulletin. A paragraph is a list of sentences. */
record BulletinSentences(Bulletin bulletin, Wording wording) {

    /** Limit for lists of areas in a sentence; the table shows all areas. */
    private static final int MAX_NAMED = 10;

    String title() {
        return wording.say("title", wording.name(bulletin.campaign()));
    }

    String period() {
        Campaign campaign = bulletin.campaign();
        return wording.say(
                "period", wording.name(bulletin.root()), wording.period(campaign.startsOn(), campaign.endsOn()));
    }

    /** E.g. "By the end of 18 May 2023". */
    private String asOf() {
        return wording.say(bulletin.isDayOver() ? "asOf.over" : "asOf", wording.day(bulletin.asOfDay()));
    }

    /** The totals; the first sentence is the lead. */
    List<String> totals() {
        List<String> said = new ArrayList<>();
        switch (bulletin.phase()) {
            case NOT_STARTED -> addStart(said);
            case RUNNING -> {
                said.add(enrolled(asOf()));
                said.add(wording.say(
                        "week",
                        wording.period(bulletin.sevenDaysFrom(), bulletin.asOfDay()),
                        wording.count(bulletin.total().last7Days()),
                        wording.dayOfYear(bulletin.asOfDay()),
                        wording.count(bulletin.total().today())));
                addPlan(said, "");
            }
            case OVER -> {
                said.add(enrolled(
                        wording.say("ended", wording.day(bulletin.campaign().endsOn()))));
                addPlan(said, ".over");
            }
        }
        addStock(said);
        addCertified(said);
        if (bulletin.total().datedAhead() > 0) {
            said.add(wording.say("datedAhead", wording.count(bulletin.total().datedAhead())));
        }
        return said;
    }

    private void addStart(List<String> said) {
        Campaign campaign = bulletin.campaign();
        Long target = bulletin.total().target();
        said.add(wording.say("start", wording.period(campaign.startsOn(), campaign.endsOn())));
        if (target != null) {
            said.add(wording.say("start.plan", wording.name(bulletin.root()), wording.count(target)));
        }
    }

    /** @param when the date phrase that begins the sentence */
    private String enrolled(String when) {
        Figures total = bulletin.total();
        String enrolled = wording.count(total.enrolled());
        String area = wording.name(bulletin.root());
        Long target = total.target();
        return target == null || total.attainmentPercent() == null
                ? wording.say("enrolled", total.enrolled(), when, enrolled, area)
                : wording.say(
                        "enrolled.plan",
                        total.enrolled(),
                        when,
                        enrolled,
                        wording.percent(total.enrolled(), target),
                        wording.count(target),
                        area);
    }

    private void addPlan(List<String> said, String tense) {
        Figures total = bulletin.total();
        Long needed = total.needed();
        if (needed != null && needed > 0) {
            long ahead = total.enrolled() - needed;
            said.add(wording.say(
                    (ahead > 0 ? "expected.ahead" : ahead < 0 ? "expected.behind" : "expected.met") + tense,
                    wording.day(bulletin.plannedThrough()),
                    wording.count(needed),
                    wording.count(Math.abs(ahead))));
        }
    }

    private void addStock(List<String> said) {
        Long stock = bulletin.stock();
        Long aim = bulletin.campaign().stockTarget();
        if (bulletin.phase() == Phase.NOT_STARTED) {
            addStockBefore(said, bulletin.campaign().baseline(), aim);
        } else if (stock != null && aim != null && bulletin.stockPercent() != null) {
            said.add(wording.say("stock.aim", wording.count(stock), wording.percent(stock, aim), wording.count(aim)));
        } else if (stock != null) {
            said.add(wording.say("stock", wording.count(stock)));
        }
    }

    private void addStockBefore(List<String> said, @Nullable Long baseline, @Nullable Long aim) {
        if (baseline != null) {
            said.add(
                    aim == null
                            ? wording.say("stock.before", wording.count(baseline))
                            : wording.say("stock.before.aim", wording.count(baseline), wording.count(aim)));
        }
    }

    private void addCertified(List<String> said) {
        CertifiedTotal certified = bulletin.certified();
        if (certified != null) {
            said.add(wording.say(
                    "certified",
                    wording.day(certified.through()),
                    wording.count(certified.enrolled()),
                    wording.difference(certified.adjustment())));
        }
    }

    /** Leading, completed and lagging areas. */
    List<String> areas() {
        String tense = bulletin.phase() == Phase.OVER ? ".over" : "";
        List<String> said = new ArrayList<>();
        AreaLabels labels = labels();
        addList(
                said,
                "leaders.count" + tense,
                bulletin.leadersByCount(),
                line -> wording.say(
                        "item.count",
                        labels.of(line.area()),
                        wording.count(line.figures().enrolled())));
        addList(
                said,
                "leaders.rate" + tense,
                bulletin.leadersByAttainment(),
                line -> wording.say(
                        "item",
                        labels.of(line.area()),
                        wording.percent(
                                line.figures().enrolled(),
                                Objects.requireNonNull(line.figures().target()))));
        addList(
                said,
                "completed",
                bulletin.completed(),
                line -> wording.say(
                        "item.day",
                        labels.of(line.area()),
                        wording.day(Objects.requireNonNull(line.figures().completedOn()))));
        if (!bulletin.behind().isEmpty()) {
            said.add(wording.say(
                    "behind" + tense,
                    wording.day(bulletin.plannedThrough()),
                    named(bulletin.behind(), line -> shortfall(line, labels), wording)));
        }
        return said;
    }

    private void addList(List<String> said, String key, List<Line> lines, Function<Line, String> item) {
        if (!lines.isEmpty()) {
            said.add(wording.say(key, lines.stream().map(item).collect(Collectors.joining(", "))));
        }
    }

    private String shortfall(Line line, AreaLabels labels) {
        return wording.say(
                "item.behind",
                labels.of(line.area()),
                wording.count(line.figures().behindBy()),
                wording.count(line.figures().enrolled()),
                wording.count(Objects.requireNonNull(line.figures().needed())));
    }

    /** The corrections; empty if they are unknown, and before the campaign. */
    List<String> corrections() {
        CorrectionSummary told = bulletin.corrections();
        return told == null || bulletin.phase() == Phase.NOT_STARTED
                ? List.of()
                : new CorrectionSentences(told, labels(), wording).all();
    }

    /** Names the first few items and counts the rest. */
    static <T> String named(List<T> all, Function<T, String> item, Wording wording) {
        String named = all.stream().limit(MAX_NAMED).map(item).collect(Collectors.joining(", "));
        return all.size() <= MAX_NAMED ? named : wording.say("and.more", named, wording.count(all.size() - MAX_NAMED));
    }

    private AreaLabels labels() {
        return bulletin.labels(wording::name);
    }

    /** Data quality remarks. */
    List<String> remarks() {
        return new QualityRemarks(bulletin.quality(), bulletin.root(), wording).lines("quality");
    }

    /** The warning that figures are incomplete: one sentence, or empty. */
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
