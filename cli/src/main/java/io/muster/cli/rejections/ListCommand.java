package io.muster.cli.rejections;

import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.options.OutputOptions;
import io.muster.cli.progress.Progress;
import io.muster.cli.rejections.ListReport.Line;
import io.muster.contract.connection.Connection;
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
            "Prints what could not be counted, and how much of it for each reason.",
            "A line for each rejection, in the order of time: where the record was refused, its own time, the reason,"
                    + " what is wrong, and its key. What the record says is never printed, nor a number in the key that may be"
                    + " an identity number. A rejection stays on the topic when its record was sent again."
        })
final class ListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private FilterOptions filter = new FilterOptions();

    private int limit;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            description = "How long to wait for an answer (${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ZERO;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "List the latest N; all are counted (${DEFAULT-VALUE}).")
    void setLimit(int given) {
        if (given < 0) {
            throw new ParameterException(command.commandLine(), "--limit must not be negative");
        }
        limit = given;
    }

    @Override
    public Integer call() {
        ListReport report = read(connection.connection(), filter.choice(Set.of()));
        PrintWriter out = command.commandLine().getOut();
        if (output.isJson()) {
            OutputOptions.printJson(out, report);
        } else {
            print(report, out);
        }
        return ExitCode.OK;
    }

    private ListReport read(Connection from, Choice choice) {
        Listing listing = new Listing(limit);
        try (RejectionsReader reader = new RejectionsReader(from, timeout)) {
            return Progress.showing(
                    command.commandLine().getErr(), () -> String.format(Locale.ROOT, "%,d read", reader.read()), () -> {
                        for (List<RejectedRecord> batch = reader.next(); !batch.isEmpty(); batch = reader.next()) {
                            batch.stream().filter(choice::includes).forEach(listing::add);
                        }
                        return listing.report(reader.foreign());
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
                                Locale.ROOT,
                                "; beside them %,d that the application has not put there",
                                report.foreign()));
    }
}
