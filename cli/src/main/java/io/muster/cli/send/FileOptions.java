package io.muster.cli.send;

import io.muster.cli.options.NumericRefsOption;
import io.muster.cli.options.ParticipantKeyOption;
import io.muster.cli.terminal.CommandFailedException;
import io.muster.domain.participant.NumericRefs;
import io.muster.domain.participant.ParticipantKey;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.intake.date.DateOrder;
import io.muster.intake.reference.ReferenceFiles;
import io.muster.intake.reference.ReferenceReader;
import io.muster.intake.statement.ReadingSettings;
import io.muster.intake.statement.StatementFormat;
import io.muster.intake.text.Problem;
import io.muster.intake.text.TextEncoding;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How to read the file, where its content does not show it. */
final class FileOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ParticipantKeyOption participantKey = new ParticipantKeyOption();

    @Mixin
    private NumericRefsOption numericRefs = new NumericRefsOption();

    @Option(
            names = "--format",
            paramLabel = "csv|ndjson",
            description = "Format of a text file (default: by its name, else by its content).")
    private Optional<StatementFormat> format = Optional.empty();

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "utf-8, utf-16le, utf-16be or windows-1258 (default: detected).")
    private Optional<TextEncoding> encoding = Optional.empty();

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "What other headings and words mean, and values for every line; see docs/files.md.")
    private Optional<Path> mapping = Optional.empty();

    @Option(
            names = "--sheet",
            paramLabel = "NAME",
            description = "Sheet of a workbook (default: the first" + " visible one).")
    private Optional<String> sheet = Optional.empty();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Zone of times without one, e.g. Asia/Ho_Chi_Minh (default: such times are refused).")
    private Optional<String> zone = Optional.empty();

    @Option(
            names = "--date-order",
            paramLabel = "day-first|month-first",
            description = "How to read 05/12/2023 (default: as the other dates of the file show, else day first).")
    private Optional<DateOrder> dateOrder = Optional.empty();

    @Option(
            names = "--areas",
            paramLabel = "FILE",
            description = "Areas in which to look up area names, as a file for muster apply (default: the"
                    + " published areas).")
    private Optional<Path> areas = Optional.empty();

    @Option(
            names = "--campaigns",
            paramLabel = "FILE",
            description = "Campaigns whose days the statements are checked against, as a file for muster apply"
                    + " (default: the published campaigns; none with --dry-run).")
    private Optional<Path> campaigns = Optional.empty();

    /**
     * @param publishedAreas reads the areas from the broker
     * @param publishedCampaigns reads the campaigns from the broker
     */
    ReadingSettings settings(
            Supplier<? extends Collection<Area>> publishedAreas,
            Supplier<? extends Collection<Campaign>> publishedCampaigns) {
        Optional<ParticipantKey> key = participantKey.key();
        return new ReadingSettings(
                new ReadingSettings.TextFormat(format, encoding),
                new ReadingSettings.DateFormat(zone.map(this::zone), dateOrder),
                mapping,
                sheet,
                new ReadingSettings.Definitions(
                        areas.<Supplier<? extends Collection<Area>>>map(
                                        file -> () -> definedIn("--areas", file).areas())
                                .orElse(publishedAreas),
                        campaigns
                                .<Supplier<? extends Collection<Campaign>>>map(file ->
                                        () -> definedIn("--campaigns", file).campaigns())
                                .orElse(publishedCampaigns)),
                new ReadingSettings.Participants(key, numericRefs.refsBeside(key)));
    }

    /** @throws ParameterException if bare numbers are allowed and a participant key is given */
    NumericRefs numericRefs() {
        return numericRefs.refsBeside(participantKey.key());
    }

    private ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    command.commandLine(), "--zone " + name + " is not a zone; write it as Asia/Ho_Chi_Minh", e);
        }
    }

    private static ReferenceFiles definedIn(String option, Path file) {
        ReferenceFiles files = ReferenceReader.read(List.of(file));
        if (files.isBroken()) {
            throw new CommandFailedException("nothing was sent: " + option + ": "
                    + files.problems().stream()
                            .map(Problem::toString)
                            .collect(Collectors.joining(System.lineSeparator())));
        }
        return files;
    }
}
