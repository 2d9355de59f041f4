package io.muster.cli.service;

import io.muster.board.ViewException;
import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.options.LongRunning;
import io.muster.cli.terminal.CommandFailedException;
import io.muster.dashboard.Dashboard;
import io.muster.dashboard.DashboardSettings;
import io.muster.http.PortTakenException;
import io.muster.http.ServerSettings;
import io.muster.http.TlsException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muster dashboard}. */
@Command(
        name = "dashboard",
        description = {
            "Serves live totals: a page, an API described in /openapi.yaml, and a stream of events.",
            "Read-only; start as many as you like. Waits for a broker that is unavailable. Stops on Ctrl-C or SIGTERM."
        })
public final class DashboardCommand implements Callable<Integer>, LongRunning {

    private static final Duration DRAIN = Duration.ofSeconds(5);

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--http-host",
            paramLabel = "HOST",
            description = "Address to listen on (default: all addresses of this machine).")
    private Optional<String> host = Optional.empty();

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "8088",
            description = "Port of the page, the API, health and metrics; 0 for any free port (${DEFAULT-VALUE}).")
    private int port;

    @Mixin
    private TlsOptions tls = new TlsOptions();

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Option(
            names = "--allow-origin",
            paramLabel = "ORIGIN",
            description = "Origin of another site's page that may read the API, e.g. https://portal.example.org; may"
                    + " be repeated.")
    private List<String> origins = List.of();

    @Option(
            names = "--max-streams",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Maximum number of open event streams (${DEFAULT-VALUE}).")
    private int maxStreams;

    @Override
    public Integer call() throws InterruptedException {
        Dashboard dashboard = start();
        String address = (tls.files().isPresent() ? "https" : "http") + "://localhost:" + dashboard.port() + "/";
        command.commandLine().getErr().println("muster dashboard: the page, the API, health and metrics on " + address);
        GracefulStop.awaitAsked(dashboard::close, dashboard.loops());
        return ExitCode.OK;
    }

    private Dashboard start() {
        try {
            // each stream holds a connection; leave room for the page, the API and monitoring
            ServerSettings server = new ServerSettings(host, port, tls.files(), maxStreams + 1_000, DRAIN);
            return Dashboard.start(
                    new DashboardSettings(
                            connection.connection(), server, access.access(), new HashSet<>(origins), maxStreams),
                    InstantSource.system());
        } catch (PortTakenException | TlsException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()), e);
        } catch (ViewException e) {
            throw new CommandFailedException(e.description(), e);
        }
    }
}
