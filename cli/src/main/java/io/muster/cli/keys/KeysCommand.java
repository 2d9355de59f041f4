package io.muster.cli.keys;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster keys} and its subcommands. */
@Command(
        name = "keys",
        description = "Manages the API keys of the gateway.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AddKeyCommand.class, ListKeysCommand.class, RemoveKeyCommand.class})
public final class KeysCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    /** Called without a subcommand: prints the usage. */
    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
