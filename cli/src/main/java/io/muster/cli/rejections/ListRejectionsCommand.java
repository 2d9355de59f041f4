package io.muster.cli.rejections;

import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.options.OutputOptions;
import io.muster.cli.rejections.ListReport.Line;
import io.muster.cli.terminal.ProgressLine;
import io.muster.contract.Connection;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster rejections list}. */
@Command(
        name = "list",
        description = {
            "Lists the records that could not be counted, with totals by reason.",
            "One line per rejection, in order of time: position of the record, its timestamp, reason, detail and"
                    + " key. The value of a record is never printed, nor a number in its key that may be an"
                    + " identity number. A rejection stays listed after its record was sent again."
        })
final class ListRejectionsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private FilterOptions filters = new FilterOptions();

    private int limit;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            description = "How long to wait for the broker (${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ZERO;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "List only the latest N; the totals cover all (${DEFAULT-VALUE}).")
    void setLimit(int given) {
        if (given < 0) {
            throw new ParameterException(command.commandLine(), "--limit must not be negative");
        }
        limit = given;
    }

    @Override
    public Integer call() {
        ListReport report = read(connection.connection(), filters.filter(Set.of()));
        PrintWriter out = command.commandLine().getOut();
        if (output.isJson()) {
            OutputOptions.printJson(out, report);
        } else {
            print(report, out);
        }
        return ExitCode.OK;
    }

    private ListReport read(Connection from, RejectionFilter filter) {
        LatestRejections latest = new LatestRejections(limit);
        try (RejectionsReader reader = new RejectionsReader(from, timeout)) {
            return ProgressLine.showing(
                    command.commandLine().getErr(), () -> String.format(Locale.ROOT, "%,d read", reader.read()), () -> {
                        for (List<RejectedRecord> batch = reader.next(); !batch.isEmpty(); batch = reader.next()) {
                            batch.stream().filter(filter::matches).forEach(latest::add);
                        }
                        return latest.report(reader.foreign());
                    });
        }
    }

    private static void print(ListReport report, PrintWriter out) {
        for (Line line : report.rejections()) {
            out.println(line.position() + "  " + line.time() + "  " + line.reason() + "  " + line.detail()
                    + (line.key() == null ? "" : "  (key " + line.key() + ")"));
        }
        report.byReason().forEach((reason, count) -> out.printf(Locale.ROOT, "%,9d %s%n", count, reason));
        int listed = report.rejections().size();
        out.printf(
                Locale.ROOT,
                "%,9d in all%s%s%n",
                report.chosen(),
                listed < report.chosen()
                        ? String.format(Locale.ROOT, ", the latest %,d listed; --limit lists more", listed)
                        : "",
                report.foreign() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT, "; also %,d that the application did not write", report.foreign()));
    }
}
