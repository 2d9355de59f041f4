package io.muster.e2e.process;

import static org.awaitility.Awaitility.await;

import io.muster.contract.Connection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code muster sandbox}: a broker and a registry that can be killed and restarted with their data and ports. */
public final class Sandbox implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Pattern ADDRESSES =
            Pattern.compile("BOOTSTRAP_SERVERS=(\\S+)\\s.*SCHEMA_REGISTRY_URL=(\\S+)\\s", Pattern.DOTALL);

    private final Launcher launcher;
    private final Path data;
    private MusterProcess process;
    private final Connection connection;

    private Sandbox(Launcher launcher, Path data, MusterProcess process) {
        this.launcher = launcher;
        this.data = data;
        this.process = process;
        this.connection = connection(process);
    }

    /** Starts one on free ports and waits until it is ready. */
    public static Sandbox start(Launcher launcher, Path data) throws IOException {
        return new Sandbox(launcher, data, launch(launcher, data, 0, 0));
    }

    /** Its addresses, which restarts keep. */
    public Connection connection() {
        return connection;
    }

    /** Kills the broker and waits for the registry, which ends with it. */
    public void kill() throws InterruptedException {
        List<ProcessHandle> children = process.children();
        process.kill();
        await().atMost(LIMIT).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Restarts it after a kill and waits until it is ready. */
    public void startAgain() throws IOException {
        process =
                launch(launcher, data, port("http://" + connection.bootstrapServers()), port(connection.registryUrl()));
        connection(process);
    }

    private static int port(String address) {
        return URI.create(address).getPort();
    }

    private static MusterProcess launch(Launcher launcher, Path data, int brokerPort, int registryPort)
            throws IOException {
        return launcher.start(
                "sandbox", "--keep=" + data, "--broker-port=" + brokerPort, "--registry-port=" + registryPort);
    }

    private static Connection connection(MusterProcess process) {
        Matcher addresses = await().alias("addresses from " + process)
                .atMost(LIMIT)
                .failFast(() -> !process.isAlive())
                .until(() -> ADDRESSES.matcher(process.out()), Matcher::find);
        return Connection.to(addresses.group(1), addresses.group(2));
    }

    @Override
    public void close() {
        process.close();
    }
}
