package io.muster.cli.certify;

import io.muster.board.BoardWithCertifiedCounts;
import io.muster.cli.apply.BatchPublishing;
import io.muster.cli.board.BoardReading;
import io.muster.cli.failure.CommandFailedException;
import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.options.DateConverter;
import io.muster.cli.options.OutputOptions;
import io.muster.cli.options.PatienceOption;
import io.muster.client.ReferenceBatch;
import io.muster.contract.connection.Connection;
import io.muster.report.counted.ReportException;
import io.muster.report.counted.SignOff;
import io.muster.report.counted.SignOffPlanner;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster certify}. */
@Command(
        name = "certify",
        description = {
            "Signs off the counts of the days of a campaign, from its first day on, in every area that has any: what is"
                    + " published now is certified.",
            "Whatever is stated later still counts in its true day; the difference shows as adjustment beside the"
                    + " certified count. Days that are certified already stay as they are. All or nothing."
        })
public final class CertifyCommand implements Callable<Integer> {

    private static final int MOST_OF_A_NAME = 256;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(paramLabel = "CAMPAIGN", description = "The id of the campaign.")
    private String campaignId = "";

    @Option(
            names = "--through",
            paramLabel = "DATE",
            required = true,
            converter = DateConverter.class,
            description = "The last day that is signed off, e.g. 2023-05-17.")
    private LocalDate through = LocalDate.MIN;

    private String by = "";

    @Option(names = "--again", description = "Sign off anew what is certified already, as it is counted now.")
    private boolean again;

    @Option(names = "--early", description = "Sign off even days that are not over yet in the campaign's zone.")
    private boolean early;

    @Option(names = "--dry-run", description = "Only print what would be signed off.")
    private boolean dryRun;

    @Mixin
    private PatienceOption patience = new PatienceOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who signs (the name of the user: ${DEFAULT-VALUE}).")
    void setBy(String name) {
        if (name.isBlank() || name.length() > MOST_OF_A_NAME) {
            throw new ParameterException(
                    command.commandLine(), "--by must be a name of at most " + MOST_OF_A_NAME + " characters");
        }
        this.by = name.strip();
    }

    @Override
    public Integer call() {
        Connection to = connection.connection();
        Instant now = Instant.now();
        SignOff signOff = signOff(
                new BoardReading(to, patience.patience(), command.commandLine().getErr())
                        .read(reader -> reader.withCertified(campaignId)),
                new SignOffPlanner.Request(through, early, again, now));
        if (!dryRun) {
            ReferenceBatch batch = new ReferenceBatch();
            signOff.counts().forEach(count -> batch.put(count, now, by));
            new BatchPublishing(command, to, patience.patience()).publish(batch);
        }
        CertifyReport report = CertifyReport.of(signOff, by, !dryRun);
        if (output.isJson()) {
            OutputOptions.printJson(command.commandLine().getOut(), report);
        } else {
            print(report);
        }
        return ExitCode.OK;
    }

    private SignOff signOff(BoardWithCertifiedCounts told, SignOffPlanner.Request wish) {
        try {
            return SignOffPlanner.plan(told, campaignId, wish);
        } catch (ReportException e) {
            throw new CommandFailedException("nothing was certified: " + e.getMessage(), e);
        }
    }

    private void print(CertifyReport report) {
        PrintWriter out = command.commandLine().getOut();
        if (report.keptDays() > 0) {
            command.commandLine()
                    .getErr()
                    .println("note: days that stay as they were certified before: " + report.keptDays()
                            + "; --again signs them off anew");
        }
        if (!report.published()) {
            report.days().forEach(day -> out.println(line(day)));
        }
        out.printf(
                "%s of %s, days: %d (%s to %s), areas: %d, enrolled: %d, by %s%n",
                report.published() ? "certified" : "would certify",
                report.campaignId(),
                report.days().size(),
                report.from(),
                report.through(),
                report.areas(),
                report.enrolled(),
                report.by());
    }

    private static String line(CertifyReport.Day day) {
        return day.date() + ": " + day.enrolled()
                + (day.before() == null ? "" : " (certified before: " + day.before() + ")");
    }
}
