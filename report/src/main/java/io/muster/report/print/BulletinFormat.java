package io.muster.report.print;

import io.muster.report.bulletin.Bulletin;
import io.muster.report.wording.Language;

/** Output formats of a bulletin. */
public enum BulletinFormat {
    /** Plain text, for mails and terminals. */
    TEXT("text/plain; charset=utf-8"),
    /** A self-contained page to print, save or send. See {@link BulletinHtml}. */
    HTML("text/html; charset=utf-8"),
    /** The table of areas, for spreadsheets. See {@link BulletinCsv}. */
    CSV("text/csv; charset=utf-8; header=present"),
    /** For programs. See {@link BulletinJson}. */
    JSON("application/json");

    private final String contentType;

    BulletinFormat(String contentType) {
        this.contentType = contentType;
    }

    /** The media type; texts are encoded in UTF-8. */
    public String contentType() {
        return contentType;
    }

    /** Renders the bulletin. The text ends with a line feed. */
    public String write(Bulletin bulletin, Language language) {
        return switch (this) {
            case TEXT -> BulletinText.text(bulletin, language);
            case HTML -> BulletinHtml.text(bulletin, language);
            case CSV -> BulletinCsv.text(bulletin, language);
            case JSON -> BulletinJson.text(bulletin, language);
        };
    }
}
