package io.muster.sandbox;

import java.io.IOException;

/**
 * Main class of the registry's process: runs the registry until standard input ends. That happens when the parent
 * process closes the pipe or dies, so no registry outlives its parent.
 */
final class RegistryProcess {

    private static final String REGISTRY_MAIN = "io.quarkus.runner.GeneratedMain";
    private static final long GRACE_MILLIS = 10_000;

    private RegistryProcess() {}

    public static void main(String... arguments) throws ReflectiveOperationException {
        daemon("end-with-parent", RegistryProcess::endWithInput);
        // loaded by name: the registry is a separate program with its own versions of all libraries
        Class.forName(REGISTRY_MAIN).getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    private static void endWithInput() {
        try {
            while (System.in.read() >= 0) {
                // the parent writes nothing; wait for the end
            }
        } catch (IOException e) {
            // treat an error like the end of input
        }
        daemon("end-anyway", () -> {
            try {
                Thread.sleep(GRACE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(1);
        });
        System.exit(0);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
