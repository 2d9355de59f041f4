package io.muster.cli.send;

import io.muster.board.BoardReader;
import io.muster.cli.board.BoardLoader;
import io.muster.cli.options.AckTimeoutOption;
import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.options.OutputOptions;
import io.muster.cli.terminal.CommandFailedException;
import io.muster.cli.terminal.ProgressLine;
import io.muster.client.EnrollmentPublisher;
import io.muster.client.PublishException;
import io.muster.client.PublisherSettings;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.statement.Statement;
import io.muster.intake.statement.ReadingSettings;
import io.muster.intake.statement.StatementFileReader;
import io.muster.intake.text.UnusableFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster send}. */
@Command(
        name = "send",
        description = {
            "Publishes statements from a CSV or NDJSON file, or from a sheet of an Excel workbook (.xlsx).",
            "Reports invalid lines and sends the others. Safe to run again: a statement sent twice counts once."
                    + " Exit code 1 if a line was refused or not acknowledged, or the file has none.",
            "Fields: campaignId, participantRef, status (ENROLLED or WITHDRAWN), areaId, enrolledOn (2023-05-18),"
                    + " recordedAt (2023-05-18T08:30:00+07:00), source; optional: eventId, version, enrolledAt,"
                    + " gender, ageBand, occupation, incomeBand. Headings may be in Vietnamese (Ngày tham gia),"
                    + " or mapped"
                    + " with --mapping; an area may be given by name (Xã, Huyện); identityNumber may replace"
                    + " participantRef if --participant-key is given."
        })
public final class SendCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private AckTimeoutOption ackTimeout = new AckTimeoutOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "FILE", description = "The file, or - for standard input.")
    private String file = STANDARD_INPUT;

    @Mixin
    private FileOptions reading = new FileOptions();

    @Option(
            names = "--dry-run",
            description = "Only validate; send nothing. Needs no broker, unless areas are given by name: see --areas.")
    private boolean dryRun;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = {
                "Write refused lines to this file unchanged, those of a workbook as CSV. Except in NDJSON, an"
                        + " extra first column gives the reason.",
                "The file is overwritten, and only its owner can read it, since it holds personal data. Once"
                        + " corrected, it can be sent as it is."
            })
    private Optional<Path> rejects = Optional.empty();

    @Override
    public Integer call() throws IOException {
        try (StatementFileReader reader = open();
                RejectsFile refused = rejectsOf(reader)) {
            FileSender sender = new FileSender(name(), reader, refused, dryRun);
            SendReport report = send(sender);
            print(report);
            return report.isComplete() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (UnusableFileException | PublishException e) {
            throw new CommandFailedException("nothing was sent: " + e.getMessage(), e);
        }
    }

    private SendReport send(FileSender sender) {
        RecordSink<Statement> destination = destination();
        return ProgressLine.showing(command.commandLine().getErr(), sender::progress, () -> sender.to(destination));
    }

    private RecordSink<Statement> destination() {
        if (dryRun) {
            return RecordSink.none();
        }
        try {
            EnrollmentPublisher publisher = new EnrollmentPublisher(
                    new PublisherSettings(connection.connection(), ackTimeout.timeout()),
                    InstantSource.system(),
                    reading.numericRefs());
            return RecordSink.of(publisher::send, publisher::close);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private StatementFileReader open() {
        ReadingSettings settings = reading.settings(this::publishedAreas, this::publishedCampaigns);
        try {
            return file.equals(STANDARD_INPUT)
                    ? StatementFileReader.open(name(), System.in, settings, Instant.now())
                    : StatementFileReader.open(Path.of(file), settings, Instant.now());
        } catch (NoSuchFileException e) {
            throw new CommandFailedException(file + ": does not exist; check the path", e);
        } catch (IOException e) {
            throw new CommandFailedException(file + ": cannot be read: " + e + "; check the path and the disk", e);
        }
    }

    private Collection<Area> publishedAreas() {
        try {
            return new BoardLoader(
                            connection.connection(),
                            ackTimeout.timeout(),
                            command.commandLine().getErr())
                    .load(BoardReader::areas);
        } catch (CommandFailedException e) {
            throw new CommandFailedException(
                    "nothing was sent: areas are given by name, and " + e.getMessage()
                            + "; or give their definitions with --areas FILE",
                    e);
        }
    }

    /** Used for notes only, so a failure to read them is not an error. */
    private Collection<Campaign> publishedCampaigns() {
        if (dryRun) {
            return List.of();
        }
        PrintWriter err = command.commandLine().getErr();
        try {
            return new BoardLoader(connection.connection(), ackTimeout.timeout(), err).load(BoardReader::campaigns);
        } catch (CommandFailedException e) {
            err.println("note: days are not compared with those of the campaigns: " + e.getMessage());
            return List.of();
        }
    }

    private RejectsFile rejectsOf(StatementFileReader reader) {
        if (rejects.isEmpty()) {
            return RejectsFile.none(reader);
        }
        Path target = rejects.get();
        try {
            if (!file.equals(STANDARD_INPUT) && Files.exists(target) && Files.isSameFile(target, Path.of(file))) {
                throw new ParameterException(
                        command.commandLine(),
                        "--rejects would overwrite the file that is" + " sent; choose another file");
            }
            return RejectsFile.create(target, reader);
        } catch (IOException e) {
            throw new CommandFailedException("--rejects " + target + ": cannot be written: " + e, e);
        }
    }

    private String name() {
        return file.equals(STANDARD_INPUT) ? "standard input" : file;
    }

    private void print(SendReport report) {
        PrintWriter out = command.commandLine().getOut();
        if (output.isJson()) {
            OutputOptions.printJson(out, report);
        } else {
            new SendReportText(report).print(out, command.commandLine().getErr());
        }
    }
}
