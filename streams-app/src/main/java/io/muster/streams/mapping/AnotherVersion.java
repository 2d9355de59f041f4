package io.muster.streams.mapping;

/** What to do with state that another version has written, and that this one does not read. */
public final class AnotherVersion {

    public static final String REMEDY =
            "another version of Muster wrote it; count anew under another application id that succeeds this"
                    + " one: muster topics --application-id NEW, then muster streams --application-id NEW --successor-of OLD";

    private AnotherVersion() {}
}
