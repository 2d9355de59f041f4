package io.muster.dashboard.report.print;

import static io.muster.dashboard.report.wording.TextTable.Align.LEFT;
import static io.muster.dashboard.report.wording.TextTable.Align.RIGHT;

import io.muster.dashboard.report.bulletin.Bulletin;
import io.muster.dashboard.report.bulletin.Bulletin.Line;
import io.muster.dashboard.report.bulletin.Figures;
import io.muster.dashboard.report.counted.Certified;
import io.muster.dashboard.report.wording.Language;
import io.muster.dashboard.report.wording.QualityRemarks;
import io.muster.dashboard.report.wording.TextTable;
import io.muster.dashboard.report.wording.Wording;
import io.muster.domain.reference.Campaign;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A bulletin as plain text, in the words of its reader. */
public final class BulletinText {

    private final Bulletin bulletin;
    private final Wording wording;
    private final List<String> lines = new ArrayList<>();

    private BulletinText(Bulletin bulletin, Language language) {
        this.bulletin = bulletin;
        this.wording = new Wording(language);
    }

    /** The text, line by line. */
    public static List<String> lines(Bulletin bulletin, Language language) {
        BulletinText text = new BulletinText(bulletin, language);
        text.heading();
        text.totals();
        text.leaders();
        text.table();
        text.lines.addAll(new QualityRemarks(bulletin.quality(), bulletin.root(), text.wording).lines("quality"));
        text.lines.add("");
        text.lines.add(
                text.wording.computed(bulletin.computedAt(), bulletin.campaign().zone()));
        return List.copyOf(text.lines);
    }

    private void heading() {
        Campaign campaign = bulletin.campaign();
        say("title", wording.name(campaign));
        say("period", wording.name(bulletin.root()), wording.period(campaign.startsOn(), campaign.endsOn()));
        lines.add("");
    }

    private void totals() {
        Figures total = bulletin.total();
        String day = wording.day(bulletin.asOfDay());
        String enrolled = wording.count(total.enrolled());
        Double percent = total.attainmentPercent();
        if (percent == null || total.target() == null) {
            say("enrolled", total.enrolled(), day, enrolled);
        } else {
            say(
                    "enrolled.plan",
                    total.enrolled(),
                    day,
                    enrolled,
                    wording.percent(percent),
                    wording.count(total.target()));
        }
        week(total);
        stock();
        certified();
    }

    /** Long after the end there is nothing to say about a week that has no day of the campaign. */
    private void week(Figures total) {
        if (!bulletin.sevenDaysFrom().isAfter(bulletin.campaign().endsOn())) {
            say(
                    "week",
                    wording.period(bulletin.sevenDaysFrom(), bulletin.asOfDay()),
                    wording.count(total.last7Days()),
                    wording.dayOfYear(bulletin.asOfDay()),
                    wording.count(total.today()));
        }
    }

    private void stock() {
        Long stock = bulletin.stock();
        Long aim = bulletin.campaign().stockTarget();
        Double percent = bulletin.stockPercent();
        if (stock != null && aim != null && percent != null) {
            say("stock.aim", wording.count(stock), wording.percent(percent), wording.count(aim));
        } else if (stock != null) {
            say("stock", wording.count(stock));
        }
    }

    private void certified() {
        Certified certified = bulletin.certified();
        if (certified != null) {
            say(
                    "certified",
                    wording.day(certified.through()),
                    wording.count(certified.enrolled()),
                    wording.difference(certified.adjustment()));
        }
    }

    private void leaders() {
        lines.add("");
        list(
                "leaders.count",
                bulletin.leadersByCount(),
                line -> item(line, wording.count(line.figures().enrolled())));
        list("leaders.rate", bulletin.leadersByAttainment(), line -> item(line, percent(line.figures())));
        list(
                "completed",
                bulletin.completed(),
                line -> wording.say("item.day", wording.name(line.area()), completion(line)));
    }

    private void table() {
        TextTable table = new TextTable(List.of(RIGHT, LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT));
        table.row(List.of(
                wording.say("rank"),
                wording.say("area"),
                wording.say("new"),
                wording.say("today"),
                wording.say("days7"),
                wording.say("plan"),
                wording.say("percent"),
                wording.say("rate.rank")));
        for (Line line : bulletin.lines()) {
            table.row(row(
                    String.valueOf(line.rankByCount()),
                    wording.name(line.area()),
                    line.figures(),
                    line.rankByAttainment() == null
                            ? "-"
                            : line.rankByAttainment().toString()));
        }
        table.row(row("", wording.name(bulletin.root()), bulletin.total(), ""));
        lines.add("");
        lines.addAll(table.lines());
    }

    private List<String> row(String rank, String name, Figures figures, String rateRank) {
        return List.of(
                rank,
                name,
                wording.count(figures.enrolled()),
                wording.count(figures.today()),
                wording.count(figures.last7Days()),
                figures.target() == null ? "-" : wording.count(figures.target()),
                percent(figures),
                rateRank);
    }

    private void list(String key, List<Line> of, Function<Line, String> item) {
        if (!of.isEmpty()) {
            say(key, of.stream().map(item).collect(Collectors.joining(", ")));
        }
    }

    private String item(Line line, String figure) {
        return wording.say("item", wording.name(line.area()), figure);
    }

    private String completion(Line line) {
        return wording.day(Objects.requireNonNull(line.figures().completedOn()));
    }

    private String percent(Figures figures) {
        return percent(figures.attainmentPercent());
    }

    private String percent(@Nullable Double percent) {
        return percent == null ? "-" : wording.percent(percent);
    }

    private void say(String key, Object... parts) {
        lines.add(wording.say(key, parts));
    }
}
