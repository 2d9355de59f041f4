package io.muster.dashboard.report.print;

import static io.muster.dashboard.report.wording.TextTable.Align.LEFT;
import static io.muster.dashboard.report.wording.TextTable.Align.RIGHT;

import io.muster.dashboard.report.bulletin.Bulletin.Line;
import io.muster.dashboard.report.bulletin.Figures;
import io.muster.dashboard.report.wording.TextTable.Align;
import io.muster.dashboard.report.wording.Wording;
import io.muster.domain.reference.Area;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of areas, as a reader is shown it. */
record AreaTable(Wording wording) {

    static final List<Align> COLUMNS = List.of(RIGHT, LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT);

    /** Which of the columns has the name of the area. */
    static final int NAME = 1;

    private static final String UNKNOWN = "-";

    List<String> headings() {
        return Stream.of("rank", "area", "new", "today", "days7", "plan", "percent", "rate.rank")
                .map(wording::say)
                .toList();
    }

    List<String> cells(Line line) {
        Integer rateRank = line.rankByAttainment();
        return row(
                String.valueOf(line.rankByCount()),
                line.area(),
                line.figures(),
                rateRank == null ? UNKNOWN : rateRank.toString());
    }

    List<String> total(Area root, Figures total) {
        return row("", root, total, "");
    }

    private List<String> row(String rank, Area area, Figures figures, String rateRank) {
        return List.of(
                rank,
                wording.name(area),
                wording.count(figures.enrolled()),
                wording.count(figures.today()),
                wording.count(figures.last7Days()),
                figures.target() == null ? UNKNOWN : wording.count(figures.target()),
                percent(figures.attainmentPercent()),
                rateRank);
    }

    private String percent(@Nullable Double percent) {
        return percent == null ? UNKNOWN : wording.percent(percent);
    }
}
