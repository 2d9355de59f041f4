package io.muster.e2e.process;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** {@code muster dashboard} on loopback. */
public final class DashboardInstance extends ServiceInstance {

    private DashboardInstance(MusterProcess process) {
        super(process);
    }

    /** Starts it and waits until it has read the topics. */
    public static DashboardInstance start(Launcher launcher, String... options) throws IOException {
        return start(launcher, 0, options);
    }

    /** Starts it on a given port. */
    public static DashboardInstance start(Launcher launcher, int port, String... options) throws IOException {
        List<String> arguments = Stream.concat(
                        Stream.of("dashboard", "--http-host=localhost", "--http-port=" + port), Stream.of(options))
                .toList();
        DashboardInstance instance = new DashboardInstance(launcher.start(arguments.toArray(String[]::new)));
        instance.awaitReady();
        return instance;
    }

    /** The URL of a path. */
    public URI at(String path) {
        return address().resolve(path);
    }

    public int port() {
        return address().getPort();
    }
}
