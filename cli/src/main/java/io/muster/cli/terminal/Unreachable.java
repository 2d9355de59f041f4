package io.muster.cli.terminal;

import io.muster.contract.Connection;
import io.muster.contract.failure.BrokerFailure;
import io.muster.contract.failure.Causes;
import io.muster.contract.failure.RegistryFailure;
import io.muster.contract.serde.RegistryOutageException;

/** Explains failures of the broker and the registry, and names the option or environment variable to check. */
public final class Unreachable {

    private Unreachable() {}

    /** The message for a failure of a Kafka client. */
    public static CommandFailedException broker(Connection connection, Throwable failure) {
        BrokerFailure ofBroker = BrokerFailure.of(failure);
        String broker = "the broker at " + connection.bootstrapServers();
        String detail = ofBroker.detail();
        String message = switch (ofBroker.kind()) {
            case TIMEOUT ->
                broker + " does not answer; is it running? Its address comes from --bootstrap-servers or"
                        + " MUSTER_BOOTSTRAP_SERVERS";
            case AUTHENTICATION ->
                broker + " rejected the credentials (" + detail
                        + "); check security.protocol and sasl.* given with --kafka-config";
            case AUTHORIZATION -> broker + " denied access (" + detail + "); ask for the missing permission";
            case SETTING -> "a Kafka setting for " + broker + " is invalid: " + detail;
            case MISSING_TOPIC, FENCED, CLOCK, RECORD, OTHER -> broker + " failed: " + detail;
        };
        return new CommandFailedException(message, failure);
    }

    /** The message for a failure of the schema registry's client. */
    public static CommandFailedException registry(Connection connection, Throwable failure) {
        String registry = "the schema registry at " + connection.registryUrl();
        if (Causes.root(failure) instanceof RegistryOutageException outage) {
            return new CommandFailedException(registry + " cannot be trusted: " + outage.getMessage(), failure);
        }
        RegistryFailure ofRegistry = RegistryFailure.of(failure);
        String answer = registry + " answers " + ofRegistry.status() + " (" + ofRegistry.detail() + ")";
        String message = switch (ofRegistry.kind()) {
            case NO_ANSWER ->
                registry + " does not answer (" + ofRegistry.detail() + "); is it running? Its address comes from"
                        + " --schema-registry-url or MUSTER_SCHEMA_REGISTRY_URL";
            case ACCESS -> answer + "; check basic.auth.* or bearer.auth.* given with --schema-registry-config";
            case WRONG_URL, UNKNOWN_SCHEMA ->
                answer + "; does the address lead to Confluent's API? (for Apicurio Registry it ends in"
                        + " /apis/ccompat/v7)";
            case REJECTED_SCHEMA -> answer;
            case OTHER -> answer + "; see the registry's own log";
        };
        return new CommandFailedException(message, failure);
    }
}
