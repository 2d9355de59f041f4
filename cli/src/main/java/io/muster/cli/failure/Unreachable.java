package io.muster.cli.failure;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.muster.contract.connection.Connection;
import io.muster.contract.serde.RegistryOutageException;
import java.net.HttpURLConnection;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Turns what the clients of the broker and the registry throw into a message that names the address and the way out. */
public final class Unreachable {

    private static final int UNPROCESSABLE = 422;

    private Unreachable() {}

    /** What to tell the user about a failure of a Kafka client. */
    public static CommandFailedException broker(Connection connection, Throwable failure) {
        Throwable cause = deepestKnown(failure);
        String broker = "broker at " + connection.bootstrapServers();
        String message;
        if (cause instanceof TimeoutException) {
            message = "the " + broker + " does not answer; is it running? Its address comes from --bootstrap-servers"
                    + " or MUSTER_BOOTSTRAP_SERVERS";
        } else if (cause instanceof AuthenticationException) {
            message = "the " + broker + " does not accept who we are (" + cause.getMessage()
                    + "); check security.protocol and sasl.* given with --kafka-config";
        } else if (cause instanceof AuthorizationException) {
            message = "the " + broker + " does not allow this (" + cause.getMessage() + "); ask for the missing access";
        } else if (cause instanceof ConfigException) {
            message = "a Kafka setting for the " + broker + " cannot be used: " + cause.getMessage();
        } else {
            message = "the " + broker + " failed: " + describe(cause);
        }
        return new CommandFailedException(message, failure);
    }

    /** What to tell the user about a failure of the schema registry's client. */
    public static CommandFailedException registry(Connection connection, Throwable failure) {
        String registry = "schema registry at " + connection.registryUrl();
        Throwable root = rootOf(failure);
        if (root instanceof RegistryOutageException known) {
            return new CommandFailedException(
                    "the " + registry + " is not to be trusted: " + known.getMessage(), failure);
        }
        if (!(root instanceof RestClientException answer)) {
            return new CommandFailedException(
                    "the " + registry + " does not answer (" + describe(root) + "); is it running? Its address comes"
                            + " from --schema-registry-url or MUSTER_SCHEMA_REGISTRY_URL",
                    failure);
        }
        String advice = switch (answer.getStatus()) {
            case HttpURLConnection.HTTP_UNAUTHORIZED, HttpURLConnection.HTTP_FORBIDDEN ->
                "; check basic.auth.* or bearer.auth.* given with --schema-registry-config";
            case HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_BAD_METHOD ->
                "; does the address lead to Confluent's API? (for Apicurio Registry it ends in /apis/ccompat/v7)";
            case HttpURLConnection.HTTP_CONFLICT, UNPROCESSABLE -> "";
            default -> "; see the registry's own log";
        };
        return new CommandFailedException(
                "the " + registry + " answers " + answer.getStatus() + " (" + answer.getMessage() + ")" + advice,
                failure);
    }

    private static Throwable deepestKnown(Throwable failure) {
        Throwable known = failure;
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof org.apache.kafka.common.KafkaException) {
                known = at;
            }
        }
        return known;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String describe(Throwable failure) {
        @Nullable String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
