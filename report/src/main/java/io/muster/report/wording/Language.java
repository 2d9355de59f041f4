package io.muster.report.wording;

/** The languages of messages and reports. */
public enum Language {
    /** Vietnamese. */
    VI("vi"),
    /** English. */
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The language tag, the key of names in definitions. */
    public String tag() {
        return tag;
    }
}
