package io.muster.report.print;

import io.muster.report.bulletin.Bulletin;
import io.muster.report.bulletin.Bulletin.Line;
import io.muster.report.bulletin.Bulletin.Phase;
import io.muster.report.print.AreaTable.Column;
import io.muster.report.wording.Language;
import io.muster.report.wording.TextTable.Align;
import io.muster.report.wording.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A bulletin as a self-contained A4 page to print, save or send: no scripts, no external images or fonts. All styles
 * are in one block, whose hash is {@link #styleHash()}. The page's own Content-Security-Policy forbids everything else.
 */
public final class BulletinHtml {

    private static final String STYLE = style();
    private static final String STYLE_HASH =
            "sha256-" + Base64.getEncoder().encodeToString(DigestUtils.sha256(STYLE.getBytes(StandardCharsets.UTF_8)));

    private final Bulletin bulletin;
    private final Language language;
    private final Wording wording;
    private final BulletinSentences sentences;
    private final MarkupWriter markup = new MarkupWriter();

    private BulletinHtml(Bulletin bulletin, Language language) {
        this.bulletin = bulletin;
        this.language = language;
        this.wording = new Wording(language);
        this.sentences = new BulletinSentences(bulletin, wording);
    }

    /**
     * The source that a Content-Security-Policy must allow for the page's styles: {@code style-src '<this>'}, quoted as
     * shown. It is the same for every bulletin.
     */
    public static String styleHash() {
        return STYLE_HASH;
    }

    static String text(Bulletin bulletin, Language language) {
        return new BulletinHtml(bulletin, language).page();
    }

    private String page() {
        markup.raw("<!DOCTYPE html>\n").open("html", "lang", language.tag());
        head();
        markup.open("body").open("article");
        markup.open("header")
                .text("h1", sentences.title())
                .text("p", sentences.period())
                .close();
        paragraphs(sentences.counting());
        markup.text("p", sentences.totals().get(0), "class", "lead");
        paragraphs(sentences.totals().stream().skip(1).toList());
        markup.open("figure").text("h2", wording.say("curve.title"));
        CurveChart.draw(sentences, markup);
        markup.close();
        paragraphs(sentences.areas());
        table();
        paragraphs(sentences.corrections());
        paragraphs(new TreeSentences(bulletin, wording).said());
        paragraphs(sentences.remarks());
        markup.open("footer").text("p", sentences.computed()).close();
        return markup.close().close().close().toString();
    }

    private void head() {
        markup.open("head");
        markup.empty("meta", "charset", "utf-8");
        markup.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src '" + STYLE_HASH + "'; base-uri 'none'; form-action 'none'");
        markup.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        markup.text("title", sentences.title() + " · " + wording.day(bulletin.asOfDay()));
        markup.raw("<style>" + STYLE + "</style>\n").close();
    }

    private void paragraphs(List<String> said) {
        said.stream().filter(sentence -> !sentence.isEmpty()).forEach(sentence -> markup.text("p", sentence));
    }

    private void table() {
        AreaTable areas = new AreaTable(bulletin, wording);
        BarChart bars = BarChart.of(bulletin, wording);
        boolean started = bulletin.phase() != Phase.NOT_STARTED;
        markup.open("table").text("caption", wording.say("bars.title"));
        markup.open("thead").open("tr");
        for (int column = 0; column < areas.columns().size(); column++) {
            markup.text(
                    "th",
                    areas.headings().get(column),
                    "scope",
                    "col",
                    "class",
                    style(areas.columns().get(column)));
        }
        if (started) {
            markup.text("th", wording.say("bars.heading"), "scope", "col", "class", "left");
        }
        markup.close().close().open("tbody");
        for (Line line : bulletin.lines()) {
            row(areas, areas.cells(line), name -> bars.draw(name, line.figures(), markup));
        }
        bulletin.own().forEach(own -> row(areas, areas.cells(own), name -> {}));
        markup.close().open("tfoot");
        row(areas, areas.total(), name -> bars.draw(name, bulletin.total(), markup));
        markup.close().close();
        if (started) {
            markup.text("p", wording.say("bars.legend", wording.day(bulletin.plannedThrough())), "class", "legend");
        }
    }

    /** @param bar draws the bar; receives the area's name */
    private void row(AreaTable areas, List<String> cells, Consumer<String> bar) {
        markup.open("tr");
        for (int i = 0; i < cells.size(); i++) {
            Column column = areas.columns().get(i);
            if (column == Column.AREA) {
                markup.text("th", cells.get(i), "scope", "row", "class", style(column));
            } else {
                markup.text("td", cells.get(i), "class", style(column));
            }
        }
        if (bulletin.phase() != Phase.NOT_STARTED) {
            markup.open("td", "class", "left");
            bar.accept(cells.get(areas.columns().indexOf(Column.AREA)));
            markup.close();
        }
        markup.close();
    }

    private static String style(Column column) {
        return column.align() == Align.LEFT ? "left" : "right";
    }

    private static String style() {
        try (InputStream in = BulletinHtml.class.getResourceAsStream("bulletin.css")) {
            if (in == null) {
                throw new IllegalStateException("missing resource: bulletin.css");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("bulletin.css", e);
        }
    }
}
