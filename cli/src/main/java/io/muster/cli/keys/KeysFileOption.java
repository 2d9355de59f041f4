package io.muster.cli.keys;

import io.muster.gateway.auth.KeysFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the API keys of the gateway are kept. */
public final class KeysFileOption {

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            defaultValue = "muster-keys.json",
            description = "The file of API keys (${DEFAULT-VALUE}).")
    private Path path = Path.of("");

    public KeysFile file() {
        return new KeysFile(path);
    }
}
