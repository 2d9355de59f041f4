package io.muster.cli.remove;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster remove}: its subcommands, and nothing else. */
@Command(
        name = "remove",
        description = "Removes a target, an area or a campaign. Says first what that changes.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TargetCommand.class, AreaCommand.class, CampaignCommand.class})
public final class RemoveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    /** No command was given: shows which there are. */
    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
