package io.muster.cli.reference;

import io.muster.board.BoardWithCertifiedCounts;
import io.muster.cli.board.BoardLoader;
import io.muster.cli.options.AckTimeoutOption;
import io.muster.cli.options.CampaignIdConverter;
import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.options.DateConverter;
import io.muster.cli.options.OutputOptions;
import io.muster.cli.terminal.CommandFailedException;
import io.muster.client.ReferenceBatch;
import io.muster.contract.Connection;
import io.muster.domain.CampaignId;
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
            "Certifies the daily counts of a campaign as they are published now: from its first day through the"
                    + " given one, in every area that has counts.",
            "Later statements still count on their own day; the difference is shown as an adjustment beside the"
                    + " certified count. Days certified before are kept. All or nothing."
        })
public final class CertifyCommand implements Callable<Integer> {

    private static final int MAX_NAME_LENGTH = 256;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(paramLabel = "CAMPAIGN", converter = CampaignIdConverter.class, description = "The id of the campaign.")
    private CampaignId campaignId = new CampaignId("");

    @Option(
            names = "--through",
            paramLabel = "DATE",
            required = true,
            converter = DateConverter.class,
            description = "Last day to certify, e.g. 2023-05-17.")
    private LocalDate through = LocalDate.MIN;

    private String by = "";

    @Option(names = "--again", description = "Certify again the days certified before, with their current counts.")
    private boolean again;

    @Option(names = "--early", description = "Also certify days that are not over yet in the campaign's zone.")
    private boolean early;

    @Option(names = "--dry-run", description = "Only print what would be certified.")
    private boolean dryRun;

    @Mixin
    private AckTimeoutOption ackTimeout = new AckTimeoutOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Name of the certifier (default: the user, ${DEFAULT-VALUE}).")
    void setBy(String name) {
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
            throw new ParameterException(
                    command.commandLine(), "--by must be a name of at most " + MAX_NAME_LENGTH + " characters");
        }
        this.by = name.strip();
    }

    @Override
    public Integer call() {
        Connection to = connection.connection();
        Instant now = Instant.now();
        SignOff signOff = signOff(
                new BoardLoader(to, ackTimeout.timeout(), command.commandLine().getErr())
                        .load(reader -> reader.withCertified(campaignId)),
                new SignOffPlanner.Request(through, early, again, now));
        if (!dryRun) {
            ReferenceBatch batch = new ReferenceBatch();
            signOff.counts().forEach(count -> batch.put(count, now, by));
            new ReferenceBatchPublisher(command, to, ackTimeout.timeout()).publish(batch);
        }
        CertifyReport report = CertifyReport.of(signOff, by, !dryRun);
        if (output.isJson()) {
            OutputOptions.printJson(command.commandLine().getOut(), report);
        } else {
            print(report);
        }
        return ExitCode.OK;
    }

    private SignOff signOff(BoardWithCertifiedCounts board, SignOffPlanner.Request wish) {
        try {
            return SignOffPlanner.plan(board, campaignId, wish);
        } catch (ReportException e) {
            throw new CommandFailedException("nothing was certified: " + e.getMessage(), e);
        }
    }

    private void print(CertifyReport report) {
        PrintWriter out = command.commandLine().getOut();
        if (report.totals().keptDays() > 0) {
            command.commandLine()
                    .getErr()
                    .println("note: days certified before and kept: "
                            + report.totals().keptDays() + "; --again certifies them again");
        }
        if (!report.published()) {
            report.days().forEach(day -> out.println(line(day)));
        }
        out.printf(
                "%s of %s, days: %d (%s to %s), areas: %d, enrolled: %d, by %s%n",
                report.published() ? "certified" : "would certify",
                report.campaignId(),
                report.days().size(),
                report.period().from(),
                report.period().through(),
                report.totals().areas(),
                report.totals().enrolled(),
                report.by());
    }

    private static String line(CertifyReport.Day day) {
        return day.date() + ": " + day.enrolled()
                + (day.before() == null ? "" : " (certified before: " + day.before() + ")");
    }
}
