package io.muster.sandbox;

import java.io.IOException;

/**
 * The registry's own process: runs it until standard input ends. That happens when the process that started it closes the
 * pipe, and also when that process dies, in whatever way, so that no registry outlives it.
 */
final class RegistryProcess {

    private static final String REGISTRY_MAIN = "io.quarkus.runner.GeneratedMain";
    private static final long GRACE_MILLIS = 10_000;

    private RegistryProcess() {}

    public static void main(String... arguments) throws ReflectiveOperationException {
        daemon("end-with-parent", RegistryProcess::endWithInput);
        // not compiled against: the registry is a program of its own, with its own versions of everything
        Class.forName(REGISTRY_MAIN).getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    private static void endWithInput() {
        try {
            while (System.in.read() >= 0) {
                // nobody writes; only the end counts
            }
        } catch (IOException e) {
            // as good as the end
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
