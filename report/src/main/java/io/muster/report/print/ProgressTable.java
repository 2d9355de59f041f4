package io.muster.report.print;

import static io.muster.report.wording.TextTable.Align.LEFT;
import static io.muster.report.wording.TextTable.Align.RIGHT;

import io.muster.domain.CampaignId;
import io.muster.domain.reference.AreaLabels;
import io.muster.domain.reference.Campaign;
import io.muster.report.bulletin.Bulletin;
import io.muster.report.bulletin.Bulletin.Line;
import io.muster.report.bulletin.Bulletin.Own;
import io.muster.report.bulletin.Bulletin.Phase;
import io.muster.report.bulletin.Figures;
import io.muster.report.wording.DisplayWidth;
import io.muster.report.wording.Language;
import io.muster.report.wording.TextTable;
import io.muster.report.wording.TextTable.Align;
import io.muster.report.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The progress table of a campaign in a terminal. It fits the terminal: a narrow one shows fewer columns, a low one
 * fewer areas.
 *
 * @param width columns of the terminal, at least 20
 * @param height available lines, at least 8
 */
public record ProgressTable(Language language, Sort sort, int width, int height) {

    private static final int MIN_WIDTH = 20;
    private static final int MIN_HEIGHT = 8;
    private static final int MAX_BAR = 30;
    private static final int MIN_BAR = 6;

    /** Order of the areas. */
    public enum Sort {
        COUNT,
        RATE
    }

    private record Column(
            String header,
            Align align,
            Function<Line, String> cell,
            Function<Own, String> own,
            Function<Figures, String> total) {}

    public ProgressTable {
        width = Math.max(width, MIN_WIDTH);
        height = Math.max(height, MIN_HEIGHT);
    }

    /** The lines of the table. */
    public List<String> lines(Bulletin bulletin) {
        Wording wording = new Wording(language);
        List<String> lines = new ArrayList<>();
        lines.add(wording.name(bulletin.campaign()));
        lines.add(summary(bulletin));
        lines.add("");
        int room = height - lines.size() - 2 - bulletin.own().size();
        List<Line> all = sorted(bulletin.lines());
        List<Line> shown = all.size() <= room ? all : all.subList(0, Math.max(0, room - 1));
        lines.addAll(table(bulletin, shown, wording));
        if (shown.size() < all.size()) {
            int rest = lines.size() - 1 - bulletin.own().size();
            lines.add(rest, wording.say("more", wording.count(all.size() - shown.size())));
        }
        return lines.stream().map(line -> DisplayWidth.cut(line, width)).toList();
    }

    /** The lines shown until the campaign is counted for the first time. */
    public List<String> waiting(CampaignId campaignId) {
        return List.of(DisplayWidth.cut(new Wording(language).say("waiting", campaignId.value()), width));
    }

    /**
     * The line below a table that is redrawn continuously.
     *
     * @param problem why the table is not up to date; null if it is
     */
    public String footer(@Nullable String problem) {
        Wording wording = new Wording(language);
        String footer = problem == null ? wording.say("footer") : wording.say("footer.stale", problem);
        return DisplayWidth.cut(footer, width);
    }

    /** Truncates a line to the width of the terminal. */
    public String fit(String line) {
        return DisplayWidth.cut(line, width);
    }

    private List<Line> sorted(List<Line> lines) {
        return lines.stream()
                .sorted(Comparator.comparingInt(this::rank)
                        .thenComparing(line -> line.area().areaId()))
                .toList();
    }

    private int rank(Line line) {
        Integer rank = switch (sort) {
            case COUNT -> line.rankByCount();
            case RATE -> line.rankByAttainment();
        };
        return rank == null ? Integer.MAX_VALUE : rank;
    }

    /** The total on one line, not truncated. */
    public String summary(Bulletin bulletin) {
        Wording wording = new Wording(language);
        Figures total = bulletin.total();
        String enrolled = wording.count(total.enrolled());
        Long target = total.target();
        String progress = target == null || total.attainmentPercent() == null
                ? enrolled
                : wording.say("of", enrolled, wording.count(target), wording.percent(total.enrolled(), target));
        String time = wording.time(bulletin.computedAt(), bulletin.campaign().zone());
        return wording.say("summary", when(bulletin, wording), progress, time);
    }

    private static String when(Bulletin bulletin, Wording wording) {
        Campaign campaign = bulletin.campaign();
        return switch (bulletin.phase()) {
            case NOT_STARTED -> wording.say("summary.starts", wording.day(campaign.startsOn()));
            case RUNNING -> wording.day(bulletin.asOfDay());
            case OVER -> wording.say("summary.ended", wording.day(campaign.endsOn()));
        };
    }

    private List<String> table(Bulletin bulletin, List<Line> shown, Wording wording) {
        List<Column> columns = columns(bulletin, wording);
        TextTable table = filled(columns, bulletin, shown);
        // drop the least important columns first; keep rank, area, new and percent
        while (table.width() > width && columns.size() > 4) {
            columns.remove(3);
            table = filled(columns, bulletin, shown);
        }
        int bar = Math.min(width - table.width() - TextTable.GAP.length(), MAX_BAR);
        if (bar >= MIN_BAR) {
            columns.add(barColumn(bar));
            table = filled(columns, bulletin, shown);
        }
        return table.lines();
    }

    private List<Column> columns(Bulletin bulletin, Wording wording) {
        AreaLabels labels = bulletin.labels(wording::name);
        List<Column> columns = new ArrayList<>(List.of(
                new Column(wording.say("rank"), RIGHT, this::rankText, own -> "", total -> ""),
                new Column(
                        wording.say("area"),
                        LEFT,
                        line -> labels.of(line.area()),
                        own -> wording.say("own", wording.name(own.area())),
                        total -> wording.name(bulletin.root())),
                figure(
                        wording.say("new"),
                        own -> wording.count(own.enrolled()),
                        figures -> wording.count(figures.enrolled())),
                figure(wording.say("plan"), own -> "", figures -> orDash(figures.target(), wording::count)),
                figure(wording.say("percent"), own -> "", figures -> percent(figures, wording))));
        if (bulletin.phase() == Phase.RUNNING) {
            columns.addAll(
                    columns.size() - 1,
                    List.of(
                            figure(
                                    wording.say("days7"),
                                    own -> wording.count(own.last7Days()),
                                    figures -> wording.count(figures.last7Days())),
                            figure(
                                    wording.say("today"),
                                    own -> wording.count(own.today()),
                                    figures -> wording.count(figures.today()))));
        }
        return columns;
    }

    private static Column figure(String header, Function<Own, String> own, Function<Figures, String> figure) {
        return new Column(header, RIGHT, line -> figure.apply(line.figures()), own, figure);
    }

    private static Column barColumn(int length) {
        return new Column("", LEFT, line -> bar(line.figures(), length), own -> "", total -> bar(total, length));
    }

    private static String percent(Figures figures, Wording wording) {
        Long target = figures.target();
        return target == null || figures.attainmentPercent() == null
                ? "-"
                : wording.percent(figures.enrolled(), target);
    }

    /** A count above 0 shows at least one block; a count below the target never fills the bar. */
    private static String bar(Figures figures, int length) {
        Long target = figures.target();
        if (target == null || figures.attainmentPercent() == null) {
            return "";
        }
        long enrolled = Math.min(figures.enrolled(), target);
        int full = enrolled > 0 ? (int) Math.max(1, length * enrolled / target) : 0;
        return "█".repeat(full) + "░".repeat(length - full);
    }

    private static TextTable filled(List<Column> columns, Bulletin bulletin, List<Line> shown) {
        TextTable table = new TextTable(columns.stream().map(Column::align).toList());
        table.row(columns.stream().map(Column::header).toList());
        for (Line line : shown) {
            table.row(columns.stream().map(column -> column.cell.apply(line)).toList());
        }
        for (Own own : bulletin.own()) {
            table.row(columns.stream().map(column -> column.own.apply(own)).toList());
        }
        table.row(columns.stream()
                .map(column -> column.total.apply(bulletin.total()))
                .toList());
        return table;
    }

    private String rankText(Line line) {
        int rank = rank(line);
        return rank == Integer.MAX_VALUE ? "-" : String.valueOf(rank);
    }

    private static <F> String orDash(@Nullable F figure, Function<F, String> text) {
        return figure == null ? "-" : text.apply(figure);
    }
}
