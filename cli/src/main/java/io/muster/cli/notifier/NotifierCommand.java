package io.muster.cli.notifier;

import io.muster.cli.failure.CommandFailedException;
import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.options.LongRunning;
import io.muster.cli.options.SettingSources;
import io.muster.cli.service.GracefulStop;
import io.muster.cli.service.ServiceOptions;
import io.muster.notifier.MessageComposer;
import io.muster.notifier.channel.DeliveryFailedException;
import io.muster.notifier.delivery.Destination;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster notifier}. */
@Command(
        name = "notifier",
        description = {
            "Tells receivers about alerts: webhooks, Alertmanager, e-mail, a log.",
            "DestinationReader are named in the file given with --config, as receiver.NAME.KEY=VALUE: see docs/notifier.md."
                    + " Start it twice, and one stands by. Ends on Ctrl-C or SIGTERM."
        })
public final class NotifierCommand implements Callable<Integer>, LongRunning {

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--test",
            paramLabel = "RECEIVER",
            description = "Sends a sample to that receiver, says whether it was accepted, and ends.")
    private Optional<String> test = Optional.empty();

    @Option(
            names = "--notifier-id",
            paramLabel = "ID",
            defaultValue = "muster-notifier",
            description = "Of those with the same id one delivers, and the others stand by (${DEFAULT-VALUE}).")
    private String id = "";

    @Mixin
    private ServiceOptions options = new ServiceOptions();

    @Override
    public Integer call() throws InterruptedException {
        List<Destination> destinations = destinations();
        return test.isPresent() ? test(destinations, test.get()) : run(destinations);
    }

    private int run(List<Destination> destinations) throws InterruptedException {
        NotifierService service = NotifierService.start(
                connection.connection(),
                id,
                destinations,
                options.httpPort(),
                options.startTimeout(),
                InstantSource.system());
        command.commandLine()
                .getErr()
                .println("muster notifier: running for " + destinations.size() + " receivers, health and metrics on"
                        + " http://localhost:" + service.httpPort() + "/");
        GracefulStop.awaitAsked(service::close, service.loops());
        return ExitCode.OK;
    }

    private int test(List<Destination> destinations, String name) throws InterruptedException {
        Destination destination = destinations.stream()
                .filter(candidate -> candidate.receiver().name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("there is no receiver " + name + "; there are "
                        + destinations.stream()
                                .map(one -> one.receiver().name())
                                .collect(Collectors.joining(", "))));
        try {
            destination
                    .channel()
                    .deliver(new MessageComposer(destination.receiver())
                            .sample(InstantSource.system().instant()));
        } catch (DeliveryFailedException e) {
            throw new CommandFailedException(name + " did not accept the sample: " + e.getMessage(), e);
        }
        out().println(name + " accepted the sample.");
        return ExitCode.OK;
    }

    private List<Destination> destinations() {
        if (!(command.defaultValueProvider() instanceof SettingSources sources)
                || sources.inFile("receiver").isEmpty()) {
            throw wrong("there are no receivers; name them in the file given with --config, such as"
                    + " receiver.office.type=log, see docs/notifier.md");
        }
        HttpClient http = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(CONNECT_PATIENCE)
                .build();
        try {
            return new DestinationReader(sources.fileName(), new CredentialsReader(sources::variableOf), http, out())
                    .of(sources.inFile("receiver"));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(command.commandLine(), what);
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }
}
