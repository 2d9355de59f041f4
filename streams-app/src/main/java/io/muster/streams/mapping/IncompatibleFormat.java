package io.muster.streams.mapping;

/** The remedy for state in a format that this version cannot read. */
public final class IncompatibleFormat {

    public static final String REMEDY =
            "another version of Muster wrote it. Start a successor, which counts from the beginning:"
                    + " muster topics --application-id NEW, then muster streams --application-id NEW"
                    + " --successor-of OLD";

    private IncompatibleFormat() {}
}
