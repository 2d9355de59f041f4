package io.muster.cli.rejections;

import io.muster.cli.failure.CommandFailedException;
import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.options.NumericRefsOption;
import io.muster.cli.options.OutputOptions;
import io.muster.cli.options.PatienceOption;
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
            "Sends again what could not be counted, once the cause is repaired: a schema registered, a clock set right.",
            "Each record is checked by the rules of the application. What would be counted now is sent to the topic and"
                    + " partition it came from, as it was; the rest is left, and named. Safe to run again: a statement that"
                    + " is sent twice counts once. Exit code 1 if something was not acknowledged or not found; what is left"
                    + " is no failure.",
            "Without a filter or --at everything is looked at."
        })
final class ReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--at",
            paramLabel = "TOPIC-PARTITION@OFFSET",
            converter = PositionConverter.class,
            description =
                    "Only the record that was refused there, as muster rejections list prints it; repeat for more.")
    private Set<Position> positions = Set.of();

    @Mixin
    private FilterOptions filter = new FilterOptions();

    @Mixin
    private NumericRefsOption numericRefs = new NumericRefsOption();

    @Option(names = "--dry-run", description = "Only check; nothing is sent.")
    private boolean dryRun;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private PatienceOption patience = new PatienceOption();

    @Override
    public Integer call() {
        ReplayReport report = replay();
        if (output.isJson()) {
            OutputOptions.printJson(command.commandLine().getOut(), report);
        } else {
            new ReplayText(report)
                    .print(command.commandLine().getOut(), command.commandLine().getErr());
        }
        return report.isComplete() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private ReplayReport replay() {
        try {
            return new Replay(connection.connection(), patience.patience(), numericRefs.refs(), dryRun)
                    .run(filter.choice(positions), command.commandLine().getErr());
        } catch (PublishException e) {
            throw new CommandFailedException("nothing was sent: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
