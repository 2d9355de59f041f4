package io.muster.report.print;

import io.muster.report.bulletin.Bulletin;
import io.muster.report.wording.Language;
import io.muster.report.wording.TextTable;
import io.muster.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** A bulletin as plain text, in the words of its reader. */
final class BulletinText {

    private BulletinText() {}

    static String text(Bulletin bulletin, Language language) {
        Wording wording = new Wording(language);
        BulletinSentences sentences = new BulletinSentences(bulletin, wording);
        List<String> lines = new ArrayList<>(List.of(sentences.title(), sentences.period()));
        addParagraph(lines, sentences.counting());
        addParagraph(lines, sentences.totals());
        addParagraph(lines, sentences.areas());
        addParagraph(lines, table(bulletin, new AreaTable(bulletin, wording)));
        addParagraph(lines, sentences.corrections());
        addParagraph(lines, new TreeSentences(bulletin, wording).said());
        lines.addAll(sentences.remarks());
        addParagraph(lines, List.of(sentences.computed()));
        return String.join("\n", lines) + "\n";
    }

    private static void addParagraph(List<String> lines, List<String> paragraph) {
        if (!paragraph.isEmpty()) {
            lines.add("");
            lines.addAll(paragraph);
        }
    }

    private static List<String> table(Bulletin bulletin, AreaTable areas) {
        TextTable table = new TextTable(
                areas.columns().stream().map(AreaTable.Column::align).toList());
        table.row(areas.headings());
        bulletin.lines().forEach(line -> table.row(areas.cells(line)));
        bulletin.own().forEach(own -> table.row(areas.cells(own)));
        table.row(areas.total());
        return table.lines();
    }
}
