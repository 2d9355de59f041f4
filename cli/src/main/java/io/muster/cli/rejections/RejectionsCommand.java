package io.muster.cli.rejections;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster rejections}: its subcommands, and nothing else. */
@Command(
        name = "rejections",
        description = "What could not be counted and why; sends it again once repaired.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ListCommand.class, ReplayCommand.class})
public final class RejectionsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    /** No command was given: shows which there are. */
    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
