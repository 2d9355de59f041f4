package io.muster.cli.keys;

import io.muster.cli.options.AreaIdConverter;
import io.muster.cli.options.OutputOptions;
import io.muster.cli.terminal.CommandFailedException;
import io.muster.domain.AreaId;
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
            "Creates an API key and prints it once: only its hash is stored.",
            "Running gateways accept it a second later."
        })
public final class AddKeyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private KeysFileOption keys = new KeysFileOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "Name of the holder.")
    private String name = "";

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            required = true,
            split = ",",
            description = "Source whose statements the holder may send; may be repeated, * for all.")
    private List<String> sources = List.of();

    @Option(
            names = "--area",
            paramLabel = "AREA",
            required = true,
            split = ",",
            converter = AreaIdConverter.class,
            description = "Area whose statements the holder may send, with all areas below; may be repeated, * for"
                    + " all, defined or not.")
    private List<AreaId> areas = List.of();

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
                    .println("The key is shown only this once. To revoke it: muster keys remove " + key.id());
        }
    }
}
