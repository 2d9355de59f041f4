package io.muster.cli.board;

import io.muster.dashboard.report.Language;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which campaign is shown, and to whom. */
final class CampaignOptions {

    @Parameters(paramLabel = "CAMPAIGN", description = "The id of the campaign.")
    private String campaignId = "";

    @Option(
            names = "--lang",
            paramLabel = "vi|en",
            defaultValue = "en",
            description = "The language of words, names and numbers (${DEFAULT-VALUE}).")
    private Language language = Language.EN;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "The level of the areas that are listed, e.g. commune (the one directly below the root).")
    private @Nullable String level;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "How long the topics may take to be read (${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ZERO;

    String campaignId() {
        return campaignId;
    }

    Language language() {
        return language;
    }

    @Nullable
    String level() {
        return level;
    }

    Duration timeout() {
        return timeout;
    }
}
