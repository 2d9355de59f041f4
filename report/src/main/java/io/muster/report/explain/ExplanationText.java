package io.muster.report.explain;

import static io.muster.report.wording.TextTable.Align.LEFT;
import static io.muster.report.wording.TextTable.Align.RIGHT;

import io.muster.domain.ledger.Correction;
import io.muster.domain.ledger.Correction.Placement;
import io.muster.domain.ledger.LostStatement;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.CampaignRow.SourceCount;
import io.muster.domain.tally.DayRow;
import io.muster.report.explain.Explanation.Kind;
import io.muster.report.explain.Explanation.Movement;
import io.muster.report.explain.Explanation.Part;
import io.muster.report.explain.Explanation.Side;
import io.muster.report.wording.Language;
import io.muster.report.wording.QualityRemarks;
import io.muster.report.wording.TextTable;
import io.muster.report.wording.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Formats an explanation as plain text. */
public final class ExplanationText {

    private static final String INDENT = "    ";

    private final Explanation explanation;
    private final Wording wording;
    private final List<String> lines = new ArrayList<>();

    private ExplanationText(Explanation explanation, Language language) {
        this.explanation = explanation;
        this.wording = new Wording(language);
    }

    /** The lines of the text. */
    public static List<String> lines(Explanation explanation, Language language) {
        ExplanationText text = new ExplanationText(explanation, language);
        text.heading();
        text.days();
        text.parts();
        text.movements();
        text.lost();
        text.lines.addAll(new TreeLines(explanation, text.wording).lines());
        text.lines.addAll(
                new QualityRemarks(explanation.quality(), explanation.root(), text.wording).lines("explain.quality"));
        text.lines.add("");
        text.lines.add(text.wording.computed(
                explanation.computedAt(), explanation.campaign().zone()));
        return List.copyOf(text.lines);
    }

    private void heading() {
        Campaign campaign = explanation.campaign();
        say("explain.title", wording.name(explanation.area()));
        say("explain.campaign", wording.name(campaign), wording.period(campaign.startsOn(), campaign.endsOn()));
        lines.add("");
        LocalDate day = explanation.day();
        String enrolled = wording.count(explanation.enrolled());
        if (day == null) {
            say("explain.count", explanation.enrolled(), enrolled, wording.day(explanation.asOfDay()));
        } else {
            say("explain.count.day", explanation.enrolled(), enrolled, wording.day(day));
        }
    }

    private void days() {
        TextTable table = new TextTable(List.of(RIGHT, RIGHT, RIGHT, RIGHT, RIGHT));
        table.row(List.of(
                wording.say("day"),
                wording.say("new"),
                wording.say("withdrawn"),
                wording.say("certified.column"),
                wording.say("adjustment")));
        for (DayRow row : explanation.days()) {
            table.row(figures(
                    wording.dayOfYear(row.date()), row.enrolled(), row.withdrawn(), row.certified(), row.adjustment()));
        }
        if (explanation.days().size() > 1) {
            table.row(figures(
                    wording.say("sum"),
                    explanation.enrolled(),
                    explanation.withdrawn(),
                    explanation.certified(),
                    explanation.adjustment()));
        }
        if (!explanation.days().isEmpty()) {
            lines.add("");
            lines.addAll(table.lines());
        }
        if (!explanation.ahead().isEmpty()) {
            lines.add("");
            say("explain.ahead", wording.count(explanation.datedAhead()), withDays(explanation.ahead()));
        }
        if (!explanation.outside().isEmpty()) {
            lines.add("");
            say("explain.outside", wording.count(explanation.outsidePeriod()), withDays(explanation.outside()));
        }
    }

    private List<String> figures(
            String day, long enrolled, long withdrawn, @Nullable Long certified, @Nullable Long adjustment) {
        return List.of(
                day,
                wording.count(enrolled),
                wording.count(withdrawn),
                certified == null ? "-" : wording.count(certified),
                adjustment == null ? "-" : wording.difference(adjustment));
    }

    private String withDays(List<DayRow> rows) {
        return rows.stream()
                .map(row -> wording.say("explain.day", wording.day(row.date()), wording.count(row.enrolled())))
                .collect(Collectors.joining("; "));
    }

    private void parts() {
        if (explanation.parts().isEmpty()) {
            return;
        }
        TextTable table = new TextTable(List.of(LEFT, RIGHT));
        table.row(List.of(wording.say("area"), wording.say("new")));
        for (Part part : explanation.parts()) {
            table.row(List.of(wording.name(part.area()), wording.count(part.enrolled())));
        }
        String name = wording.name(explanation.area());
        table.row(List.of(wording.say("own", name), wording.count(explanation.own())));
        table.row(List.of(name, wording.count(explanation.enrolled())));
        lines.add("");
        lines.addAll(table.lines());
    }

    private void movements() {
        lines.add("");
        if (explanation.movements().isEmpty()) {
            say("explain.nobody");
            return;
        }
        say("explain.movements");
        explanation.movements().forEach(this::movement);
        lines.add("");
        say(
                "explain.summary",
                wording.count(explanation.count(Kind.MOVED_AWAY)),
                wording.count(explanation.count(Kind.WITHDRAWN)),
                wording.count(explanation.count(Kind.MOVED_IN)),
                wording.count(explanation.count(Kind.CHANGED_DAY)),
                wording.count(explanation.count(Kind.WITHDREW_ELSEWHERE)));
        madeBy("explain.madeElsewhere", Side.FROM);
        madeBy("explain.madeOfOthers", Side.TO);
    }

    private void madeBy(String key, Side side) {
        List<SourceCount> sources = explanation.madeBy(side);
        if (!sources.isEmpty()) {
            say(key, wording.sources(sources));
        }
    }

    private void lost() {
        if (explanation.lost().isEmpty()) {
            return;
        }
        lines.add("");
        say("explain.lost");
        for (LostStatement loss : explanation.lost()) {
            lines.add("");
            say(
                    "explain.lost.one",
                    wording.moment(loss.at(), explanation.campaign().zone()),
                    stated(loss.lost()),
                    stated(loss.standing()));
            lines.add(INDENT + statement("explain.loser", loss.lost()));
            lines.add(INDENT + statement("explain.stands", loss.standing()));
        }
    }

    private String stated(Placement placement) {
        return wording.say("explain.stated." + placement.status().name(), place(placement));
    }

    private void movement(Movement movement) {
        Correction correction = movement.correction();
        lines.add("");
        say(
                "explain." + movement.kind().name(),
                wording.moment(correction.at(), explanation.campaign().zone()),
                place(correction.from()),
                place(correction.to()));
        lines.add(INDENT + statement("explain.before", correction.from()));
        lines.add(INDENT + statement("explain.after", correction.to()));
    }

    private String statement(String key, Placement placement) {
        String recorded =
                wording.moment(placement.recordedAt(), explanation.campaign().zone());
        return wording.say(
                key,
                placement.eventId().toString(),
                placement.source(),
                placement.minutesAhead() == 0
                        ? recorded
                        : wording.say("explain.recordedAhead", recorded, wording.minutes(placement.minutesAhead())));
    }

    private String place(Placement placement) {
        Area area = explanation.named().get(placement.areaId());
        String id = placement.areaId().value();
        String name = area == null ? id : wording.say("explain.area", wording.name(area), id);
        return wording.say("explain.place", name, wording.dayOfYear(placement.enrolledOn()));
    }

    private void say(String key, Object... parts) {
        lines.add(wording.say(key, parts));
    }
}
