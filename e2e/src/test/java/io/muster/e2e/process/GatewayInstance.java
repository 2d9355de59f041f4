package io.muster.e2e.process;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code muster gateway} on loopback, with its health and metrics. */
public final class GatewayInstance extends ServiceInstance {

    private GatewayInstance(MusterProcess process) {
        super(process);
    }

    /** Starts it and waits until it is ready. */
    public static GatewayInstance start(Launcher launcher, Path keys, String... options) throws IOException {
        List<String> arguments = Stream.concat(
                        Stream.of("gateway", "--http-host=127.0.0.1", "--keys=" + keys), Stream.of(options))
                .toList();
        GatewayInstance instance = new GatewayInstance(launcher.start(arguments.toArray(String[]::new)));
        instance.awaitReady();
        return instance;
    }

    /** Creates an API key. */
    public static String addKey(Launcher launcher, Path keys, String source, String area)
            throws IOException, InterruptedException {
        return launcher.succeed("keys", "add", "--keys=" + keys, "--name=test", "--source=" + source, "--area=" + area)
                .out()
                .strip();
    }

    /** The URL for statements. */
    public URI enrollments() {
        return address().resolve("v1/enrollments");
    }

    public int port() {
        return address().getPort();
    }
}
