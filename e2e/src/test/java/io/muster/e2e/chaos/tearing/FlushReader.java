package io.muster.e2e.chaos.tearing;

import io.muster.contract.Connection;
import io.muster.contract.topic.CellKey;
import io.muster.contract.topic.RejectionHeaders;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.oracle.ExpectedCorrections.Change;
import io.muster.domain.oracle.ExpectedLosses.Loss;
import io.muster.domain.oracle.PartitionRecount.Count;
import io.muster.domain.statement.SegmentPool;
import io.muster.e2e.Position;
import io.muster.e2e.chaos.tearing.Flush.Subtotal;
import io.muster.e2e.chaos.tearing.LogBatch.LogRecord;
import io.muster.schema.Correction;
import io.muster.schema.LostStatement;
import io.muster.streams.mapping.Origin;
import io.muster.streams.mapping.SubtotalCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the records that the ledger wrote in a transaction. */
final class FlushReader implements AutoCloseable {

    private final String applicationId;
    private final OffsetsLog offsets;
    private final Deserializer<Correction> corrections;
    private final Deserializer<LostStatement> losses;
    private final SegmentPool pool = new SegmentPool();

    FlushReader(Connection connection, String applicationId) {
        this.applicationId = applicationId;
        this.offsets = new OffsetsLog(applicationId);
        this.corrections = connection.serdes().deserializer(Topics.CORRECTIONS);
        this.losses = connection.serdes().deserializer(Topics.LOST_STATEMENTS);
    }

    Flush read(Transaction transaction) {
        return new Flush(
                transaction.name(),
                inputOffsets(offsets.committedBy(transaction)),
                all(transaction, Topics.cells(applicationId).name(), this::subtotal),
                all(transaction, applicationId + "-ledger-subtotals-changelog", this::subtotal),
                records(transaction, applicationId + "-ledger-standings-changelog")
                        .map(record -> key(record))
                        .collect(Collectors.toSet()),
                new Flush.Reports(
                        all(transaction, Topics.CORRECTIONS.name(), this::change),
                        all(transaction, Topics.LOST_STATEMENTS.name(), this::loss),
                        all(transaction, Topics.REJECTIONS.name(), FlushReader::rejected),
                        all(transaction, Topics.ENROLLMENTS.name(), FlushReader::sentHome)));
    }

    private static Map<Integer, Long> inputOffsets(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(Topics.ENROLLMENTS.name()))
                .collect(Collectors.toMap(entry -> entry.getKey().partition(), Map.Entry::getValue));
    }

    private static <T> List<T> all(Transaction transaction, String topic, Function<LogRecord, T> reading) {
        return records(transaction, topic).map(reading).toList();
    }

    private static Stream<LogRecord> records(Transaction transaction, String topic) {
        return transaction.records(topic).stream().flatMap(batch -> batch.records().stream());
    }

    private Subtotal subtotal(LogRecord record) {
        CellKey key = CellKey.fromBytes(Objects.requireNonNull(record.key()));
        var subtotal = SubtotalCodec.fromBytes(Objects.requireNonNull(record.value()), pool);
        return new Subtotal(key.inputPartition(), key.cell(), new Count(subtotal.enrolled(), subtotal.withdrawn()));
    }

    private Change change(LogRecord record) {
        Correction correction = value(record, Topics.CORRECTIONS, corrections);
        return new Change(
                key(record),
                correction.getFrom().getEventId().toString(),
                correction.getTo().getEventId().toString());
    }

    private Loss loss(LogRecord record) {
        LostStatement loss = value(record, Topics.LOST_STATEMENTS, losses);
        return new Loss(
                key(record),
                loss.getLost().getEventId().toString(),
                loss.getStanding().getEventId().toString());
    }

    private static Position rejected(LogRecord record) {
        RejectionHeaders headers = RejectionHeaders.of(record.headers()).orElseThrow();
        return new Position(headers.partition(), headers.offset());
    }

    private static Position sentHome(LogRecord record) {
        Origin origin = Origin.of(record.headers(), new Origin(-1, -1));
        return new Position(origin.partition(), origin.offset());
    }

    private static <V> V value(LogRecord record, Topic<V> topic, Deserializer<V> avro) {
        return avro.deserialize(topic.name(), record.value());
    }

    private static String key(LogRecord record) {
        return new String(Objects.requireNonNull(record.key()), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        corrections.close();
        losses.close();
    }
}
