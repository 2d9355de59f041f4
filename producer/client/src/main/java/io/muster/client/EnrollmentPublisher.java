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
 * Publishes statements. Sending is asynchronous: what is not acknowledged by all in-sync replicas is never reported as sent.
 * Sending a statement again changes no figure. May be shared by threads.
 */
public final class EnrollmentPublisher implements AutoCloseable {

    private final InstantSource clock;
    private final NumericRefs numericRefs;
    private final TopicProducer<String, EnrollmentEvent> producer;

    /**
     * Connects to the broker; takes no participant whose reference is a bare number as long as an identity number.
     *
     * @param clock the time of records; statements recorded more than a day after it are refused
     * @throws PublishException if the broker does not answer or does not have the topic
     * @throws IllegalArgumentException if a Kafka setting takes away what this class promises
     */
    public EnrollmentPublisher(PublisherConfig config, InstantSource clock) {
        this(config, clock, NumericRefs.REFUSED);
    }

    /**
     * Connects to the broker.
     *
     * @param clock the time of records; statements recorded more than a day after it are refused
     * @throws PublishException if the broker does not answer or does not have the topic
     * @throws IllegalArgumentException if a Kafka setting takes away what this class promises
     */
    public EnrollmentPublisher(PublisherConfig config, InstantSource clock, NumericRefs numericRefs) {
        this.clock = clock;
        this.numericRefs = numericRefs;
        this.producer = new TopicProducer<>(
                config,
                Topics.ENROLLMENTS,
                new StringSerializer(),
                () -> config.serdes().serializer(Topics.ENROLLMENTS));
    }

    /**
     * Sends a statement, its refs and ids in their one form. Waits while too much is unacknowledged.
     *
     * @return completed, by the thread that talks to the broker, when the statement is acknowledged; completed with a
     *     {@link StatementRefusedException} if it is not valid, with a {@link PublishException} if it was not acknowledged in time
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

    /** Waits until everything sent so far is acknowledged or has failed, at most as long as the patience lasts. */
    public void flush() {
        producer.flush();
    }

    /** Lets go of the broker at once; what is not acknowledged may or may not arrive. */
    void abandon() {
        producer.abandon();
    }

    /** Waits like {@link #flush()} and lets go of the broker. */
    @Override
    public void close() {
        producer.close();
    }
}
