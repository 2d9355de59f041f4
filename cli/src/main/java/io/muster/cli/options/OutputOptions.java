package io.muster.cli.options;

import picocli.CommandLine.Option;

/** How a command prints what it found. */
public final class OutputOptions {

    /** The forms that every command which prints can produce. */
    public enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            defaultValue = "text",
            description = "For people, or for programs (${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    public Format format() {
        return format;
    }

    public boolean isJson() {
        return format == Format.JSON;
    }
}
