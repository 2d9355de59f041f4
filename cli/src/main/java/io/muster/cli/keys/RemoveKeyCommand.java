package io.muster.cli.keys;

import io.muster.cli.terminal.CommandFailedException;
import io.muster.gateway.auth.KeysFileException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster keys remove}. */
@Command(name = "remove", description = "Revokes an API key. Running gateways reject it a second later.")
public final class RemoveKeyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private KeysFileOption keys = new KeysFileOption();

    @Parameters(paramLabel = "ID", description = "Id of the key, as shown by muster keys list.")
    private String id = "";

    @Override
    public Integer call() {
        try {
            if (!keys.file().remove(id)) {
                throw new CommandFailedException("there is no key " + id + " in "
                        + keys.file().path() + "; list the keys with muster keys list");
            }
        } catch (KeysFileException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()), e);
        }
        command.commandLine().getOut().println("Removed " + id + ".");
        return ExitCode.OK;
    }
}
