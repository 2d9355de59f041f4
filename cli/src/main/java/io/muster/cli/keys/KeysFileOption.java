package io.muster.cli.keys;

import io.muster.gateway.auth.KeysFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The file of the gateway's API keys. */
public final class KeysFileOption {

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            defaultValue = "muster-keys.json",
            description = "File of API keys (${DEFAULT-VALUE}).")
    private Path path = Path.of("");

    public KeysFile file() {
        return new KeysFile(path);
    }
}
