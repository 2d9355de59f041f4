package io.muster.report.print;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.muster.domain.AreaId;
import io.muster.domain.SpreadsheetText;
import io.muster.domain.reference.AreaLabels;
import io.muster.report.bulletin.Bulletin;
import io.muster.report.bulletin.Bulletin.Line;
import io.muster.report.bulletin.Bulletin.Own;
import io.muster.report.bulletin.CorrectionSummary;
import io.muster.report.bulletin.Figures;
import io.muster.report.wording.Language;
import io.muster.report.wording.Wording;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The areas of a bulletin as CSV (RFC 4180): a header, then one row per area, by rank by count. Columns are named as
 * the fields in {@link BulletinJson}; in addition, {@code correctionsNet} and {@code treeChangesNet} are the net
 * changes by corrections and by area tree changes since the previous bulletin. Numbers have a decimal point and no
 * thousands separators, dates are {@code 2023-05-18}, unknown values are empty, names are in the requested language.
 * Ids and names that a spreadsheet would interpret as formulas are escaped. Counts stated for an area above the lines
 * have a row of their own, with {@code own} true. There is no total row, so columns can be summed.
 *
 * <p>The text begins with a byte order mark. Without it, Excel assumes a legacy encoding and garbles Vietnamese names.
 */
final class BulletinCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private BulletinCsv() {}

    static String text(Bulletin bulletin, Language language) {
        Wording wording = new Wording(language);
        StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
        try (CsvWriter rows =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            rows.writeRecord(
                    "campaignId",
                    "asOfDay",
                    "rankByCount",
                    "areaId",
                    "name",
                    "enrolled",
                    "today",
                    "last7Days",
                    "target",
                    "attainmentPercent",
                    "rankByAttainment",
                    "expected",
                    "behindBy",
                    "completedOn",
                    "correctionsNet",
                    "treeChangesNet",
                    "datedAhead",
                    "own");
            Map<AreaId, Long> nets = nets(bulletin);
            Map<AreaId, Long> byTree = netsByTree(bulletin);
            AreaLabels labels = bulletin.labels(wording::name);
            for (Line line : bulletin.lines()) {
                AreaId areaId = line.area().areaId();
                row(rows, bulletin, line, nets.get(areaId), byTree.getOrDefault(areaId, 0L), labels);
            }
            bulletin.own().forEach(own -> row(rows, bulletin, own, wording));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Net changes by corrections, by area id; empty if corrections are unknown. */
    private static Map<AreaId, Long> nets(Bulletin bulletin) {
        Map<AreaId, Long> nets = new HashMap<>();
        CorrectionSummary corrections = bulletin.corrections();
        if (corrections != null) {
            bulletin.lines().forEach(line -> nets.put(line.area().areaId(), 0L));
            corrections.made().byArea().forEach(change -> nets.put(change.area().areaId(), change.net()));
        }
        return nets;
    }

    /** Net changes by area tree changes, by area id; without zeros. */
    private static Map<AreaId, Long> netsByTree(Bulletin bulletin) {
        Map<AreaId, Long> nets = new HashMap<>();
        bulletin.tree()
                .made()
                .forEach(told ->
                        told.byArea().forEach(change -> nets.merge(change.area().areaId(), change.net(), Long::sum)));
        return nets;
    }

    private static void row(
            CsvWriter rows, Bulletin bulletin, Line line, @Nullable Long net, long netByTree, AreaLabels labels) {
        Figures figures = line.figures();
        rows.writeRecord(
                SpreadsheetText.escape(bulletin.campaign().campaignId().value()),
                bulletin.asOfDay().toString(),
                text(line.rankByCount()),
                SpreadsheetText.escape(line.area().areaId().value()),
                SpreadsheetText.escape(labels.of(line.area())),
                text(figures.enrolled()),
                text(figures.today()),
                text(figures.last7Days()),
                text(figures.target()),
                text(figures.attainmentPercent()),
                text(line.rankByAttainment()),
                text(figures.expected()),
                text(figures.target() == null ? null : (Long) figures.behindBy()),
                text(figures.completedOn()),
                text(net),
                text(netByTree),
                text(figures.datedAhead()),
                text(false));
    }

    private static void row(CsvWriter rows, Bulletin bulletin, Own own, Wording wording) {
        rows.writeRecord(
                SpreadsheetText.escape(bulletin.campaign().campaignId().value()),
                bulletin.asOfDay().toString(),
                "",
                SpreadsheetText.escape(own.area().areaId().value()),
                SpreadsheetText.escape(wording.say("own", wording.name(own.area()))),
                text(own.enrolled()),
                text(own.today()),
                text(own.last7Days()),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                text(own.datedAhead()),
                text(true));
    }

    private static String text(@Nullable Object value) {
        // Double.toString uses an exponent from ten million on
        Object written =
                value instanceof Double number ? BigDecimal.valueOf(number).toPlainString() : value;
        return written == null ? "" : written.toString();
    }
}
