package io.muster.cli.reference;

import io.muster.board.BoardReader;
import io.muster.cli.board.BoardLoader;
import io.muster.cli.options.AckTimeoutOption;
import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.options.OutputOptions;
import io.muster.cli.terminal.CommandFailedException;
import io.muster.client.ReferenceBatch;
import io.muster.contract.Connection;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.References;
import io.muster.domain.tree.AreaHistory;
import io.muster.intake.reference.ReferenceFiles;
import io.muster.intake.reference.ReferenceReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster apply}. */
@Command(
        name = "apply",
        description = {
            "Publishes campaigns, areas and targets from CSV files.",
            "All or nothing: if a file has a problem, all problems are listed and nothing is published. Safe to"
                    + " run again: applying a file twice changes nothing. Exit code 1 also if the files have no lines.",
            "Prints what changes compared with the published records. An area that moves to another parent"
                    + " records the previous one, so that muster explain and the bulletin can explain why counts"
                    + " moved.",
            "The headings of a file determine its kind. campaigns: campaignId,name_vi,name_en,startsOn,endsOn,zone,"
                    + "rootAreaId,planCurve,planPoints,baseline,stockTarget. areas: areaId,parentId,level,kind,name_vi,"
                    + "name_en,baseline,tileColumn,tileRow. targets: campaignId,areaId,target."
        })
public final class ApplyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--dry-run", description = "Only print what would be published and what would change.")
    private boolean dryRun;

    @Mixin
    private AckTimeoutOption ackTimeout = new AckTimeoutOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR|FILE",
            description = "CSV files, or directories of CSV files. Files of statements in a directory are skipped.")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        ReferenceFiles files = ReferenceReader.read(paths);
        ApplyReport report =
                files.isBroken() ? ApplyReport.refused(files) : ApplyReport.published(files, publish(files), !dryRun);
        if (output.isJson()) {
            OutputOptions.printJson(command.commandLine().getOut(), report);
        } else {
            print(report);
        }
        return files.isBroken() ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private ReferenceChanges publish(ReferenceFiles files) {
        Connection to = connection.connection();
        References before = before(to);
        List<Area> areas = AreaHistory.continued(
                files.areas(), before.areas(), Instant.now().truncatedTo(ChronoUnit.MILLIS));
        if (!dryRun) {
            ReferenceBatch batch = new ReferenceBatch();
            areas.forEach(batch::put);
            files.campaigns().forEach(batch::put);
            files.targets().forEach(batch::put);
            new ReferenceBatchPublisher(command, to, ackTimeout.timeout()).publish(batch);
        }
        return ReferenceChanges.of(before, files.campaigns(), areas, files.targets());
    }

    private References before(Connection from) {
        try {
            return new BoardLoader(
                            from, ackTimeout.timeout(), command.commandLine().getErr())
                    .load(BoardReader::definitions);
        } catch (CommandFailedException e) {
            throw new CommandFailedException("nothing was published: " + e.getMessage(), e);
        }
    }

    private void print(ApplyReport report) {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        report.problems().forEach(err::println);
        if (!report.problems().isEmpty()) {
            err.printf(
                    "nothing was published; problems to correct: %d%n",
                    report.problems().size());
            return;
        }
        report.warnings().forEach(warning -> err.println("note: " + warning));
        report.skipped().forEach(file -> err.println("note: " + file + ": skipped; publish it with muster send"));
        out.printf(
                "%s campaigns: %d, areas: %d, targets: %d%n",
                report.published() ? "published" : "would publish",
                report.campaigns(),
                report.areas(),
                report.targets());
        report.changes().lines().forEach(out::println);
    }
}
