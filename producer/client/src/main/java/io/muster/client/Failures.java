package io.muster.client;

import io.muster.contract.failure.BrokerFailure;
import io.muster.contract.failure.RegistryFailure;
import io.muster.contract.topic.Topic;

/** Translates exceptions of the Kafka and registry clients into messages for users. */
final class Failures {

    private final PublisherSettings config;

    Failures(PublisherSettings config) {
        this.config = config;
    }

    /** Describes why a record of the topic could not be published. */
    PublishException of(Topic<?> topic, Throwable failure) {
        return RegistryFailure.in(failure)
                .map(ofRegistry -> new PublishException(registry(topic, ofRegistry), failure))
                .orElseGet(() -> ofBroker(topic, failure));
    }

    private PublishException ofBroker(Topic<?> topic, Throwable failure) {
        BrokerFailure ofBroker = BrokerFailure.of(failure);
        String message = broker(topic, ofBroker);
        return ofBroker.kind() == BrokerFailure.Kind.RECORD
                ? PublishException.ofTheRecord(message, failure)
                : new PublishException(message, failure);
    }

    private String broker(Topic<?> topic, BrokerFailure failure) {
        String broker = "the broker at " + config.connection().bootstrapServers();
        String detail = failure.detail();
        return switch (failure.kind()) {
            case TIMEOUT ->
                broker + " did not answer within " + config.patience().toSeconds()
                        + " s; is it running, and is the address right?";
            case MISSING_TOPIC -> broker + " has no topic " + topic.name() + "; create it with muster topics";
            case FENCED ->
                broker + " fenced this publisher: another process published definitions at the same time; run it again";
            case AUTHENTICATION ->
                broker + " rejected the credentials: " + detail + "; check security.protocol and sasl.*";
            case AUTHORIZATION -> broker + " denied access: " + detail + "; ask for the missing permission";
            case CLOCK -> broker + " does not believe the time of this computer: " + detail + "; set its clock";
            case SETTING -> "a Kafka setting for " + broker + " is invalid: " + detail;
            case RECORD, OTHER -> broker + " refused a record for " + topic.name() + ": " + failure.cause();
        };
    }

    private String registry(Topic<?> topic, RegistryFailure failure) {
        String registry = "the schema registry at " + config.connection().registryUrl();
        return switch (failure.kind()) {
            case NO_ANSWER ->
                registry + " did not answer: " + failure.cause() + "; is it running, and is the address right?";
            case UNKNOWN_SCHEMA ->
                registry + " has no schema of this version under " + topic.subject() + " (" + failure.detail()
                        + "); register it with muster topics";
            case ACCESS, WRONG_URL, REJECTED_SCHEMA, OTHER ->
                registry + " answered " + failure.status() + " (" + failure.detail()
                        + "); check that its address leads to Confluent's API, its log and our credentials";
        };
    }
}
