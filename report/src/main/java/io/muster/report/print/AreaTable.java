package io.muster.report.print;

import static io.muster.report.wording.TextTable.Align.LEFT;
import static io.muster.report.wording.TextTable.Align.RIGHT;

import io.muster.domain.reference.AreaLabels;
import io.muster.report.bulletin.Bulletin;
import io.muster.report.bulletin.Bulletin.Line;
import io.muster.report.bulletin.Bulletin.Own;
import io.muster.report.bulletin.Figures;
import io.muster.report.wording.TextTable.Align;
import io.muster.report.wording.Wording;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The area table of a bulletin. Its columns depend on the phase of the campaign. */
final class AreaTable {

    /** The columns, with the phrase of their heading. */
    enum Column {
        RANK("rank", RIGHT),
        AREA("area", LEFT),
        NEW("new", RIGHT),
        TODAY("today", RIGHT),
        LAST_7_DAYS("days7", RIGHT),
        PLAN("plan", RIGHT),
        PERCENT("percent", RIGHT),
        RATE_RANK("rate.rank", RIGHT);

        private final String phrase;
        private final Align align;

        Column(String phrase, Align align) {
            this.phrase = phrase;
            this.align = align;
        }

        Align align() {
            return align;
        }
    }

    private static final String UNKNOWN = "-";

    private final Bulletin bulletin;
    private final Wording wording;
    private final AreaLabels labels;

    AreaTable(Bulletin bulletin, Wording wording) {
        this.bulletin = bulletin;
        this.wording = wording;
        this.labels = bulletin.labels(wording::name);
    }

    List<Column> columns() {
        return switch (bulletin.phase()) {
            case NOT_STARTED -> List.of(Column.AREA, Column.PLAN);
            case RUNNING -> List.of(Column.values());
            case OVER -> List.of(Column.RANK, Column.AREA, Column.NEW, Column.PLAN, Column.PERCENT, Column.RATE_RANK);
        };
    }

    List<String> headings() {
        return columns().stream().map(column -> wording.say(column.phrase)).toList();
    }

    List<String> cells(Line line) {
        Map<Column, String> cells = figures(line.figures());
        cells.put(Column.RANK, rank(line.rankByCount()));
        cells.put(Column.AREA, labels.of(line.area()));
        cells.put(Column.RATE_RANK, rank(line.rankByAttainment()));
        return inOrder(cells);
    }

    List<String> cells(Own own) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        cells.put(Column.AREA, wording.say("own", wording.name(own.area())));
        cells.put(Column.NEW, wording.count(own.enrolled()));
        cells.put(Column.TODAY, wording.count(own.today()));
        cells.put(Column.LAST_7_DAYS, wording.count(own.last7Days()));
        return inOrder(cells);
    }

    List<String> total() {
        Map<Column, String> cells = figures(bulletin.total());
        cells.put(Column.AREA, wording.name(bulletin.root()));
        return inOrder(cells);
    }

    private Map<Column, String> figures(Figures figures) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        Long target = figures.target();
        cells.put(Column.NEW, wording.count(figures.enrolled()));
        cells.put(Column.TODAY, wording.count(figures.today()));
        cells.put(Column.LAST_7_DAYS, wording.count(figures.last7Days()));
        cells.put(Column.PLAN, target == null ? UNKNOWN : wording.count(target));
        cells.put(
                Column.PERCENT,
                target == null || figures.attainmentPercent() == null
                        ? UNKNOWN
                        : wording.percent(figures.enrolled(), target));
        return cells;
    }

    private static String rank(@Nullable Integer rank) {
        return rank == null ? UNKNOWN : rank.toString();
    }

    private List<String> inOrder(Map<Column, String> cells) {
        return columns().stream().map(column -> cells.getOrDefault(column, "")).toList();
    }
}
