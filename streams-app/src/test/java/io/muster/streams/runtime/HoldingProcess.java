package io.muster.streams.runtime;

import java.io.IOException;
import java.nio.file.Path;

/** Another process that claims a place in a folder, says which, and holds it until it is killed. */
final class HoldingProcess {

    private HoldingProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (InstanceDirectory held = InstanceDirectory.claim(Path.of(arguments[0]))) {
            System.out.println(held.path());
            System.in.read();
        }
    }
}
