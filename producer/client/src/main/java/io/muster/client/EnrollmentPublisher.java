package io.muster.client;

import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.domain.participant.NumericRefs;
import io.muster.domain.statement.Rejection;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.StatementRules;
import io.muster.schema.EnrollmentEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes statements asynchronously. A statement is reported as sent only when all in-sync replicas have
 * acknowledged it. Sending a statement again changes no figure. Thread-safe.
 */
public final class EnrollmentPublisher implements AutoCloseable {

    private final InstantSource clock;
    private final NumericRefs numericRefs;
    private final TopicProducer<String, EnrollmentEvent> producer;

    /**
     * Connects to the broker. Refuses participant references that are bare numbers as long as an identity number.
     *
     * @param clock source of record timestamps; statements recorded more than a day after it are refused
     * @throws PublishException if the broker does not answer or does not have the topic
     * @throws IllegalArgumentException if a Kafka setting breaks the guarantees of this class
     */
    public EnrollmentPublisher(PublisherSettings settings, InstantSource clock) {
        this(settings, clock, NumericRefs.REFUSED);
    }

    /**
     * Connects to the broker.
     *
     * @param clock source of record timestamps; statements recorded more than a day after it are refused
     * @throws PublishException if the broker does not answer or does not have the topic
     * @throws IllegalArgumentException if a Kafka setting breaks the guarantees of this class
     */
    public EnrollmentPublisher(PublisherSettings settings, InstantSource clock, NumericRefs numericRefs) {
        this.clock = clock;
        this.numericRefs = numericRefs;
        this.producer = new TopicProducer<>(
                settings,
                Topics.ENROLLMENTS,
                new StringSerializer(),
                () -> settings.serdes().serializer(Topics.ENROLLMENTS));
    }

    /**
     * Sends a statement in canonical form. Blocks while the send buffer is full.
     *
     * @return completed on the producer thread when the statement is acknowledged; completed with a {@link
     *     StatementRefusedException} if it is invalid, or with a {@link PublishException} if it is not acknowledged in
     *     time
     */
    public CompletionStage<Void> send(Statement stated) {
        Statement statement = stated.canonical();
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        String key = RecordKeys.participant(statement.campaignId(), statement.participantRef());
        Instant now = clock.instant();
        Rejection rejection = StatementRules.checkRecord(statement, key, key, now, numericRefs);
        if (rejection != null) {
            acknowledged.completeExceptionally(new StatementRefusedException(rejection));
        } else {
            producer.send(
                    new ProducerRecord<>(
                            Topics.ENROLLMENTS.name(),
                            null,
                            now.toEpochMilli(),
                            key,
                            StatementMapping.toAvro(statement)),
                    acknowledged);
        }
        return acknowledged;
    }

    /** Waits until everything sent so far is acknowledged or has failed, for at most the patience. */
    public void flush() {
        producer.flush();
    }

    /** Closes the connection at once. Unacknowledged statements may or may not arrive. */
    void abandon() {
        producer.abandon();
    }

    /** Flushes and closes the connection. */
    @Override
    public void close() {
        producer.close();
    }
}
