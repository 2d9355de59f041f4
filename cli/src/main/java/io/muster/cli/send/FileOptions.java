package io.muster.cli.send;

import io.muster.cli.failure.CommandFailedException;
import io.muster.cli.options.NumericRefsOption;
import io.muster.cli.options.ParticipantKeyOption;
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

/** How to read the file that is sent, as far as the file itself does not say. */
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
            description = "How to read a text file (by its name, or else by what stands in it).")
    private Optional<StatementFormat> format = Optional.empty();

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "utf-8, utf-16le, utf-16be or windows-1258 (seen from the file).")
    private Optional<TextEncoding> encoding = Optional.empty();

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "What other headings and words mean, and what stands in every line: see docs/files.md.")
    private Optional<Path> mapping = Optional.empty();

    @Option(names = "--sheet", paramLabel = "NAME", description = "The sheet of a workbook (the first one shown).")
    private Optional<String> sheet = Optional.empty();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "The zone of times that do not say theirs, as Asia/Ho_Chi_Minh (such times are refused).")
    private Optional<String> zone = Optional.empty();

    @Option(
            names = "--date-order",
            paramLabel = "day-first|month-first",
            description = "How to read 05/12/2023 (as the other dates of the file show, or else day first).")
    private Optional<DateOrder> dateOrder = Optional.empty();

    @Option(
            names = "--areas",
            paramLabel = "FILE",
            description = "The areas by whose names to find theirs, as muster apply takes them (those on the topic).")
    private Optional<Path> areas = Optional.empty();

    @Option(
            names = "--campaigns",
            paramLabel = "FILE",
            description =
                    "The campaigns with whose days to compare those of the file, as muster apply takes them (those on the"
                            + " topic; with --dry-run none).")
    private Optional<Path> campaigns = Optional.empty();

    /**
     * @param publishedAreas reads the areas that the broker has
     * @param publishedCampaigns reads the campaigns that the broker has
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

    /** @throws ParameterException if bare numbers are allowed, and there is a participant key */
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
