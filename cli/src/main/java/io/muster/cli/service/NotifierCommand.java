package io.muster.cli.service;

import io.muster.board.ViewException;
import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.options.LongRunning;
import io.muster.cli.options.SettingSources;
import io.muster.cli.terminal.CommandFailedException;
import io.muster.cli.terminal.Unreachable;
import io.muster.contract.Connection;
import io.muster.http.PortTakenException;
import io.muster.notifier.channel.DeliveryFailedException;
import io.muster.notifier.config.DestinationReader;
import io.muster.notifier.delivery.Destination;
import io.muster.notifier.runtime.NotifierService;
import io.muster.notifier.runtime.NotifierSettings;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster notifier}: delivers alerts until it is stopped, or sends one sample. */
@Command(
        name = "notifier",
        description = {
            "Delivers alerts to receivers: webhooks, Alertmanager, e-mail, a log.",
            "Receivers are configured in the file given with --config, as receiver.NAME.KEY=VALUE: see"
                    + " docs/notifier.md. Start a second one as a standby. Ends on Ctrl-C or SIGTERM."
        })
public final class NotifierCommand implements Callable<Integer>, LongRunning {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--test",
            paramLabel = "RECEIVER",
            description = "Send a sample to this receiver, print whether it was accepted, and exit.")
    private Optional<String> test = Optional.empty();

    @Option(
            names = "--notifier-id",
            paramLabel = "ID",
            defaultValue = "muster-notifier",
            description =
                    "Of all notifiers with the same id, one delivers and the others are on standby (${DEFAULT-VALUE}).")
    private String id = "";

    @Mixin
    private ServiceOptions options = new ServiceOptions();

    @Override
    public Integer call() throws InterruptedException {
        List<Destination> destinations = destinations();
        return test.isPresent() ? sendSample(destinations, test.get()) : run(destinations);
    }

    private int run(List<Destination> destinations) throws InterruptedException {
        NotifierService service = start(destinations);
        command.commandLine()
                .getErr()
                .println("muster notifier: running for " + destinations.size() + " receivers, health and metrics on"
                        + " http://localhost:" + service.httpPort() + "/");
        GracefulStop.awaitAsked(service::close, service.loops());
        return ExitCode.OK;
    }

    private NotifierService start(List<Destination> destinations) throws InterruptedException {
        Connection to = connection.connection();
        try {
            return NotifierService.start(
                    new NotifierSettings(to, id, destinations, options.httpPort(), options.startTimeout()),
                    InstantSource.system());
        } catch (ViewException | PortTakenException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()), e);
        } catch (KafkaException e) {
            throw Unreachable.broker(to, e);
        }
    }

    private int sendSample(List<Destination> destinations, String name) throws InterruptedException {
        Destination destination = destinations.stream()
                .filter(candidate -> candidate.receiver().name().equals(name))
                .findFirst()
                .orElseThrow(() -> usageError("there is no receiver " + name + "; configured receivers are "
                        + destinations.stream()
                                .map(one -> one.receiver().name())
                                .collect(Collectors.joining(", "))));
        try {
            destination.sendSample(InstantSource.system().instant());
        } catch (DeliveryFailedException e) {
            throw new CommandFailedException(name + " did not accept the sample: " + e.getMessage(), e);
        }
        out().println(name + " accepted the sample.");
        return ExitCode.OK;
    }

    private List<Destination> destinations() {
        if (!(command.defaultValueProvider() instanceof SettingSources sources)
                || sources.inFile("receiver").isEmpty()) {
            throw usageError("no receivers are configured; add them to the file given with --config, for example"
                    + " receiver.office.type=log, see docs/notifier.md");
        }
        try {
            return new DestinationReader(sources.fileName(), sources::variableOf, out())
                    .read(sources.inFile("receiver"));
        } catch (IllegalArgumentException e) {
            throw usageError(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException usageError(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }
}
