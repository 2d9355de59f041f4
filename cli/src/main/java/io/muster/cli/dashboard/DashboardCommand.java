package io.muster.cli.dashboard;

import io.muster.board.ViewException;
import io.muster.cli.failure.CommandFailedException;
import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.options.LongRunning;
import io.muster.cli.service.GracefulStop;
import io.muster.cli.service.TlsOptions;
import io.muster.contract.connection.Connection;
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
            "Shows live totals: a page, an API described in /openapi.yaml, and a stream of events.",
            "It only reads. Start as many as you like. A broker that is away is waited for. Ends on Ctrl-C or SIGTERM."
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
            description = "The address to listen on (all addresses of this machine).")
    private Optional<String> host = Optional.empty();

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "8088",
            description = "The port of the page, the API, health and metrics; 0 for a free one (${DEFAULT-VALUE}).")
    private int port;

    @Mixin
    private TlsOptions tls = new TlsOptions();

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Option(
            names = "--allow-origin",
            paramLabel = "ORIGIN",
            description =
                    "A page elsewhere that may read the API, e.g. https://portal.example.org; may be given again.")
    private List<String> origins = List.of();

    @Option(
            names = "--max-streams",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many streams of events may be open (${DEFAULT-VALUE}).")
    private int mostStreams;

    @Override
    public Integer call() throws InterruptedException {
        Dashboard dashboard = start();
        String address = (tls.files().isPresent() ? "https" : "http") + "://localhost:" + dashboard.port() + "/";
        command.commandLine().getErr().println("muster dashboard: the page, the API, health and metrics on " + address);
        GracefulStop.awaitAsked(dashboard::close, dashboard.loops());
        return ExitCode.OK;
    }

    private Dashboard start() {
        Connection to = connection.connection();
        try {
            // a stream is a connection; the page, the API and whoever watches need some beside
            ServerSettings server = new ServerSettings(host, port, tls.files(), mostStreams + 1_000, DRAIN);
            return Dashboard.start(
                    new DashboardSettings(
                            to.clientSettings(),
                            to.serdes(),
                            server,
                            access.access(),
                            new HashSet<>(origins),
                            mostStreams),
                    InstantSource.system());
        } catch (PortTakenException | TlsException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()), e);
        } catch (ViewException e) {
            throw new CommandFailedException(e.description(), e);
        }
    }
}
