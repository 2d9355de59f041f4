package io.muster.cli.remove;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster remove} and its subcommands. */
@Command(
        name = "remove",
        description = "Removes a target, an area or a campaign, after showing what changes.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TargetCommand.class, AreaCommand.class, CampaignCommand.class})
public final class RemoveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    /** Called without a subcommand: prints the usage. */
    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
