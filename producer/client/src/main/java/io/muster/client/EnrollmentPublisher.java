package io.muster.client;

import io.muster.domain.statement.Rejection;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.StatementRules;
import io.muster.mapping.StatementMapping;
import io.muster.schema.EnrollmentEvent;
import io.muster.schemas.RecordKeys;
import io.muster.schemas.Topics;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes statements. Sending is asynchronous: what is not acknowledged by all in-sync replicas is never reported as sent.
 * Sending a statement again changes no figure. May be shared by threads.
 */
public final class EnrollmentPublisher implements AutoCloseable {

    private final PublisherConfig config;
    private final Failures failures;
    private final InstantSource clock;
    private final Producer<String, EnrollmentEvent> producer;

    /**
     * Connects to the broker.
     *
     * @param clock statements recorded more than a day after its time are refused
     * @throws PublishException if the broker does not answer or does not have the topic
     * @throws IllegalArgumentException if a Kafka setting takes away what this class promises
     */
    public EnrollmentPublisher(PublisherConfig config, InstantSource clock) {
        this.config = config;
        this.failures = new Failures(config);
        this.clock = clock;
        new TopicCheck(config, failures).require(List.of(Topics.ENROLLMENTS));
        try {
            this.producer = new KafkaProducer<>(
                    ProducerSettings.producer(config),
                    new StringSerializer(),
                    config.serdes().serializer(Topics.ENROLLMENTS));
        } catch (KafkaException e) {
            throw failures.of(Topics.ENROLLMENTS, e);
        }
    }

    /**
     * Sends a statement. Waits while too much is unacknowledged.
     *
     * @return completed, by the thread that talks to the broker, when the statement is acknowledged; completed with a
     *     {@link StatementRefusedException} if it is not valid, with a {@link PublishException} if it was not acknowledged in time
     */
    public CompletionStage<Void> send(Statement statement) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        String key = RecordKeys.participant(statement.campaignId(), statement.participantRef());
        Rejection rejection = StatementRules.checkRecord(statement, key, key, clock.instant());
        if (rejection != null) {
            acknowledged.completeExceptionally(new StatementRefusedException(rejection));
        } else {
            send(key, StatementMapping.toAvro(statement), acknowledged);
        }
        return acknowledged;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
    private void send(String key, EnrollmentEvent event, CompletableFuture<Void> acknowledged) {
        try {
            producer.send(new ProducerRecord<>(Topics.ENROLLMENTS.name(), key, event), (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(failures.of(Topics.ENROLLMENTS, failure));
                }
            });
        } catch (KafkaException e) {
            acknowledged.completeExceptionally(failures.of(Topics.ENROLLMENTS, e));
        }
    }

    /** Waits until everything sent so far is acknowledged or has failed, at most as long as the patience lasts. */
    public void flush() {
        producer.flush();
    }

    /** Waits like {@link #flush()} and lets go of the broker. */
    @Override
    public void close() {
        producer.close(config.patience());
    }
}
