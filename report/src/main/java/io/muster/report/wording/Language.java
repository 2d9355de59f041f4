package io.muster.report.wording;

/** The languages that people are answered in. */
public enum Language {
    /** Vietnamese. */
    VI("vi"),
    /** English. */
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The language tag, as names are kept by it. */
    public String tag() {
        return tag;
    }
}
