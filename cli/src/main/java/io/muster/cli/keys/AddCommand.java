package io.muster.cli.keys;

import io.muster.cli.failure.CommandFailedException;
import io.muster.cli.options.OutputOptions;
import io.muster.domain.InvalidFieldException;
import io.muster.gateway.auth.ApiKey;
import io.muster.gateway.auth.KeysFileException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster keys add}. */
@Command(
        name = "add",
        description = {
            "Makes an API key, and prints it this one time: only a hash of it is kept.",
            "Gateways that run take it a second later."
        })
public final class AddCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private KeysFileOption keys = new KeysFileOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "Who is to hold it.")
    private String name = "";

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            required = true,
            split = ",",
            description = "The source that its holder may speak for; repeat for more, * for all.")
    private List<String> sources = List.of();

    @Option(
            names = "--area",
            paramLabel = "AREA",
            required = true,
            split = ",",
            description =
                    "The area that its holder may speak for, with all below it; repeat for more, * for all, known or"
                            + " not.")
    private List<String> areas = List.of();

    @Override
    public Integer call() {
        try {
            print(keys.file().add(name, sources, areas, InstantSource.system().instant()));
            return ExitCode.OK;
        } catch (InvalidFieldException e) {
            throw new ParameterException(command.commandLine(), "--" + e.getMessage(), e);
        } catch (KeysFileException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private void print(ApiKey key) {
        if (output.isJson()) {
            OutputOptions.printJson(command.commandLine().getOut(), Map.of("id", key.id(), "key", key.reveal()));
        } else {
            command.commandLine().getOut().println(key.reveal());
            command.commandLine()
                    .getErr()
                    .println("This is the only time that the key is shown. To take it back: muster keys remove "
                            + key.id());
        }
    }
}
