package io.muster.streams.runtime;

import java.io.IOException;
import java.nio.file.Path;

/** A process that locks an instance directory, prints its path, and holds the lock until it is killed. */
final class HoldingProcess {

    private HoldingProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (InstanceDirectory held = InstanceDirectory.claim(Path.of(arguments[0]))) {
            System.out.println(held.path());
            System.in.read();
        }
    }
}
