package io.muster.cli.rejections;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster rejections} and its subcommands. */
@Command(
        name = "rejections",
        description = "Lists records that could not be counted, and sends them again once the cause is fixed.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ListRejectionsCommand.class, ReplayRejectionsCommand.class})
public final class RejectionsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    /** Called without a subcommand: prints the usage. */
    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
