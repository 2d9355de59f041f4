package io.muster.cli.service;

import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.options.LongRunning;
import io.muster.cli.options.NumericRefsOption;
import io.muster.cli.terminal.CommandFailedException;
import io.muster.http.PortTakenException;
import io.muster.streams.config.StreamsSettings;
import io.muster.streams.config.StreamsSettings.AsOfSource;
import io.muster.streams.runtime.StartException;
import io.muster.streams.runtime.StreamsService;
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster streams}. */
@Command(
        name = "streams",
        description = {
            "Runs an instance of the streams application, which keeps the counts.",
            "Start as many instances as you like, on any number of machines; they share the work. Stops on"
                    + " Ctrl-C or SIGTERM."
        })
public final class StreamsCommand implements Callable<Integer>, LongRunning {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--application-id",
            paramLabel = "ID",
            defaultValue = "muster",
            description = "Instances with the same id share the work; a new id counts everything from the"
                    + " beginning (${DEFAULT-VALUE}).")
    private String applicationId = "";

    @Option(
            names = "--successor-of",
            paramLabel = "ID",
            description = "Application id of the predecessor: this application counts beside it without publishing,"
                    + " and takes over once no instance of the predecessor runs.")
    private Optional<String> successorOf = Optional.empty();

    @Option(
            names = "--ledger-store",
            paramLabel = "KIND",
            defaultValue = "memory",
            description = "Where the ledger is stored: memory, rebuilt from the statements at each start; or"
                    + " rocksdb, for histories too long to rebuild (${DEFAULT-VALUE}).")
    private LedgerStore ledgerStore = LedgerStore.MEMORY;

    @Option(
            names = "--as-of",
            paramLabel = "SOURCE",
            defaultValue = "wall",
            description = "Day at which progress is judged: wall, today in the campaign's zone; or recorded, the"
                    + " day of the latest statement, for replays (${DEFAULT-VALUE}).")
    private AsOfSource asOf = AsOfSource.WALL;

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            defaultValue = "muster-state",
            description = "Directory of the instance's local state; instances on one machine may share it"
                    + " (${DEFAULT-VALUE}).")
    private Path stateDir = Path.of("");

    @Option(
            names = "--rebuild-state",
            description = "Delete the instance's local state in --state-dir and rebuild it from the topics. For a"
                    + " damaged state directory.")
    private boolean rebuildState;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Number of stream threads; at most one per core (${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--standby-replicas",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many other instances keep a copy of each task's state, for faster failover"
                    + " (${DEFAULT-VALUE}).")
    private int standbyReplicas;

    @Mixin
    private NumericRefsOption numericRefs = new NumericRefsOption();

    @Mixin
    private ServiceOptions options = new ServiceOptions();

    @Override
    public Integer call() throws InterruptedException {
        StreamsService service;
        try {
            service = StreamsService.start(settings(), InstantSource.system());
        } catch (StartException | PortTakenException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()), e);
        }
        command.commandLine()
                .getErr()
                .println("muster streams: running as " + applicationId + ", health and metrics on http://localhost:"
                        + service.httpPort() + "/");
        try (GracefulStop stop = GracefulStop.of(service::close)) {
            service.awaitEnd();
            stop.awaitEndIfStopped();
            service.failure().ifPresent(why -> {
                throw new CommandFailedException(why);
            });
            return ExitCode.OK;
        }
    }

    private StreamsSettings settings() {
        try {
            return new StreamsSettings(
                    new StreamsSettings.Application(applicationId, successorOf),
                    connection.connection(),
                    new StreamsSettings.Counting(ledgerStore, asOf, numericRefs.refs()),
                    new StreamsSettings.Instance(
                            stateDir,
                            rebuildState,
                            threads,
                            standbyReplicas,
                            options.httpPort(),
                            options.startTimeout()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
