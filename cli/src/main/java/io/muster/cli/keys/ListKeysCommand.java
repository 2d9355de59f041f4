package io.muster.cli.keys;

import io.muster.cli.options.OutputOptions;
import io.muster.cli.terminal.CommandFailedException;
import io.muster.domain.AreaId;
import io.muster.gateway.auth.KeyEntry;
import io.muster.gateway.auth.KeysFileException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster keys list}. */
@Command(name = "list", description = "Lists the API keys with the sources and areas of their holders.")
public final class ListKeysCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private KeysFileOption keys = new KeysFileOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private record Shown(
            String id, String name, Collection<String> sources, Collection<String> areas, String createdAt) {

        static Shown of(KeyEntry key) {
            return new Shown(
                    key.id(),
                    key.name(),
                    key.sources(),
                    key.areas().stream().map(AreaId::value).toList(),
                    key.createdAt().toString());
        }
    }

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        List<Shown> all;
        try {
            all = keys.file().read().stream().map(Shown::of).toList();
        } catch (KeysFileException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()), e);
        }
        if (output.isJson()) {
            OutputOptions.printJson(out, all);
        } else if (all.isEmpty()) {
            out.println("There are no keys in " + keys.file().path() + ". Create one with muster keys add.");
        } else {
            all.forEach(
                    key -> out.println(key.id() + "  " + key.name() + ": sources " + String.join(", ", key.sources())
                            + "; areas " + String.join(", ", key.areas()) + "; since " + key.createdAt()));
        }
        return ExitCode.OK;
    }
}
