package io.muster.cli.board;

import io.muster.cli.options.CampaignIdConverter;
import io.muster.domain.CampaignId;
import io.muster.report.wording.Language;
import java.time.Duration;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which campaign to show, and in which language. */
final class CampaignOptions {

    @Parameters(
            index = "0",
            paramLabel = "CAMPAIGN",
            converter = CampaignIdConverter.class,
            description = "The id of the campaign.")
    private CampaignId campaignId = new CampaignId("");

    @Option(
            names = "--lang",
            paramLabel = "vi|en",
            defaultValue = "en",
            description = "Language of text, names and numbers (${DEFAULT-VALUE}).")
    private Language language = Language.EN;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "Time limit for reading the topics (${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ZERO;

    CampaignId campaignId() {
        return campaignId;
    }

    Language language() {
        return language;
    }

    Duration timeout() {
        return timeout;
    }
}
