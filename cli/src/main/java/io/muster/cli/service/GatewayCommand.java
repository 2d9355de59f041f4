package io.muster.cli.service;

import io.muster.cli.keys.KeysFileOption;
import io.muster.cli.options.AckTimeoutOption;
import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.options.LongRunning;
import io.muster.cli.options.NumericRefsOption;
import io.muster.cli.options.ParticipantKeyOption;
import io.muster.cli.terminal.CommandFailedException;
import io.muster.client.PublishException;
import io.muster.client.PublisherSettings;
import io.muster.domain.participant.ParticipantKey;
import io.muster.gateway.Gateway;
import io.muster.gateway.GatewaySettings;
import io.muster.gateway.auth.KeysFileException;
import io.muster.http.PortTakenException;
import io.muster.http.ServerSettings;
import io.muster.http.TlsException;
import java.time.Duration;
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

/** {@code muster gateway}. */
@Command(
        name = "gateway",
        description = {
            "Accepts statements over HTTP and publishes them: POST /v1/enrollments, described in /openapi.yaml.",
            "Clients authenticate with an API key; create keys with muster keys add. Start as many gateways as"
                    + " you like. Stops on Ctrl-C or SIGTERM, once pending requests are answered."
        })
public final class GatewayCommand implements Callable<Integer>, LongRunning {

    private static final Duration RETRY_BACKOFF = Duration.ofMillis(500);

    /** Added to the acknowledgement timeout: time to write the responses. */
    private static final Duration RESPONSE_TIME = Duration.ofSeconds(5);

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private KeysFileOption keys = new KeysFileOption();

    @Mixin
    private ParticipantKeyOption participantKey = new ParticipantKeyOption();

    @Mixin
    private NumericRefsOption numericRefs = new NumericRefsOption();

    @Option(
            names = "--http-host",
            paramLabel = "HOST",
            description = "Address to listen on (default: all addresses of this machine).")
    private Optional<String> host = Optional.empty();

    @Mixin
    private TlsOptions tls = new TlsOptions();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Mixin
    private AckTimeoutOption ackTimeout = new AckTimeoutOption();

    @Mixin
    private ServiceOptions options = new ServiceOptions();

    @Override
    public Integer call() throws InterruptedException {
        GatewaySettings settings = settings();
        Gateway gateway = start(settings);
        String address =
                (settings.server().tls().isPresent() ? "https" : "http") + "://localhost:" + gateway.port() + "/";
        command.commandLine()
                .getErr()
                .println("muster gateway: accepting statements on " + address + "v1/enrollments, health and metrics on "
                        + address);
        GracefulStop.awaitAsked(gateway::close, gateway.loops());
        return ExitCode.OK;
    }

    private GatewaySettings settings() {
        Optional<ParticipantKey> key = participantKey.key();
        try {
            return new GatewaySettings(
                    new ServerSettings(
                            host,
                            options.httpPort(),
                            tls.files(),
                            limits.maxConnections(),
                            ackTimeout.timeout().plus(RESPONSE_TIME)),
                    new PublisherSettings(connection.connection(), ackTimeout.timeout()),
                    keys.file().path(),
                    key,
                    limits.limits(),
                    numericRefs.refsBeside(key));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    /** Retries until the broker is reachable or the start timeout has passed. */
    private Gateway start(GatewaySettings settings) throws InterruptedException {
        long deadline = System.nanoTime() + options.startTimeout().toNanos();
        while (true) {
            try {
                return Gateway.start(settings, InstantSource.system());
            } catch (IllegalArgumentException e) {
                throw new ParameterException(command.commandLine(), e.getMessage(), e);
            } catch (KeysFileException | PortTakenException | TlsException e) {
                throw new CommandFailedException(String.valueOf(e.getMessage()), e);
            } catch (PublishException e) {
                if (System.nanoTime() - deadline > 0) {
                    throw new CommandFailedException(String.valueOf(e.getMessage()), e);
                }
                Thread.sleep(RETRY_BACKOFF.toMillis());
            }
        }
    }
}
