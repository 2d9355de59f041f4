package io.muster.cli.keys;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster keys}: its subcommands, and nothing else. */
@Command(
        name = "keys",
        description = "Looks after the API keys of the gateway.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AddCommand.class, ListCommand.class, RemoveCommand.class})
public final class KeysCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    /** No command was given: shows which there are. */
    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
