package io.muster.cli.rejections;

import io.muster.cli.options.AckTimeoutOption;
import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.options.NumericRefsOption;
import io.muster.cli.options.OutputOptions;
import io.muster.cli.terminal.CommandFailedException;
import io.muster.client.PublishException;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster rejections replay}. */
@Command(
        name = "replay",
        description = {
            "Sends rejected records again once the cause is fixed, e.g. a schema registered or a clock corrected.",
            "Checks each record by the application's rules. A record that would be counted now is sent unchanged"
                    + " to the topic and partition it came from; the others are left and reported. Safe to run"
                    + " again: a statement sent twice counts once. Exit code 1 if a record was not acknowledged"
                    + " or not found; records left are not a failure.",
            "Without a filter or --at, all rejections are checked."
        })
final class ReplayRejectionsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--at",
            paramLabel = "TOPIC-PARTITION@OFFSET",
            converter = RecordPositionConverter.class,
            description = "Only the record at this position, as printed by muster rejections list; may be repeated.")
    private Set<RecordPosition> positions = Set.of();

    @Mixin
    private FilterOptions filters = new FilterOptions();

    @Mixin
    private NumericRefsOption numericRefs = new NumericRefsOption();

    @Option(names = "--dry-run", description = "Only check; send nothing.")
    private boolean dryRun;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private AckTimeoutOption ackTimeout = new AckTimeoutOption();

    @Override
    public Integer call() {
        ReplayReport report = replay();
        if (output.isJson()) {
            OutputOptions.printJson(command.commandLine().getOut(), report);
        } else {
            new ReplayReportText(report)
                    .print(command.commandLine().getOut(), command.commandLine().getErr());
        }
        return report.isComplete() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private ReplayReport replay() {
        try {
            return new ReplayRun(connection.connection(), ackTimeout.timeout(), numericRefs.refs(), dryRun)
                    .run(filters.filter(positions), command.commandLine().getErr());
        } catch (PublishException e) {
            throw new CommandFailedException("nothing was sent: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
