package io.muster.e2e.chaos.tearing;

import io.muster.e2e.chaos.tearing.LogBatch.Kind;
import io.muster.e2e.chaos.tearing.LogBatch.LogRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** The log segments of one broker. They have what consumers hide: producer ids, epochs, markers and aborted records. */
final class BrokerLogs {

    private static final String SEGMENT = ".log";

    private final Path folder;

    /** @param folder the broker's data directory */
    BrokerLogs(Path folder) {
        this.folder = folder;
    }

    /** All transactional batches by partition, in offset order. */
    List<LogBatch> transactions() throws IOException {
        List<LogBatch> batches = new ArrayList<>();
        for (Path directory : partitions("")) {
            TopicPartition partition = partition(directory);
            read(directory, batch -> {
                if (batch.isTransactional()) {
                    batches.add(of(partition, batch));
                }
            });
        }
        return batches;
    }

    /** All records of a topic written without transactions. */
    List<LogRecord> records(String topic) throws IOException {
        List<LogRecord> records = new ArrayList<>();
        for (Path directory : partitions(topic + "-")) {
            read(directory, batch -> {
                if (!batch.isControlBatch()) {
                    records.addAll(recordsOf(batch));
                }
            });
        }
        return records;
    }

    private List<Path> partitions(String prefix) throws IOException {
        try (Stream<Path> directories = Files.list(folder)) {
            return directories
                    .filter(Files::isDirectory)
                    .filter(directory -> directory.getFileName().toString().startsWith(prefix))
                    .filter(directory -> directory.getFileName().toString().matches(".+-\\d+"))
                    .filter(directory -> !directory.getFileName().toString().startsWith("__cluster_metadata"))
                    .sorted()
                    .toList();
        }
    }

    private static TopicPartition partition(Path directory) {
        String name = directory.getFileName().toString();
        int dash = name.lastIndexOf('-');
        return new TopicPartition(name.substring(0, dash), Integer.parseInt(name.substring(dash + 1)));
    }

    private static void read(Path directory, Consumer<RecordBatch> receiver) throws IOException {
        List<Path> segments;
        try (Stream<Path> files = Files.list(directory)) {
            segments = files.filter(file -> file.toString().endsWith(SEGMENT))
                    .sorted()
                    .toList();
        }
        for (Path segment : segments) {
            try (FileRecords file = FileRecords.open(segment.toFile(), false)) {
                file.batches().forEach(receiver);
            }
        }
    }

    private static LogBatch of(TopicPartition partition, RecordBatch batch) {
        Kind kind = batch.isControlBatch() ? kindOfMarker(batch) : Kind.RECORDS;
        return new LogBatch(
                partition,
                batch.baseOffset(),
                batch.producerId(),
                batch.producerEpoch(),
                kind,
                kind == Kind.RECORDS ? recordsOf(batch) : List.of());
    }

    private static Kind kindOfMarker(RecordBatch batch) {
        ControlRecordType type = ControlRecordType.parse(batch.iterator().next().key());
        return switch (type) {
            case COMMIT -> Kind.COMMIT;
            case ABORT -> Kind.ABORT;
            default -> throw new IllegalStateException(type + " in a transaction");
        };
    }

    private static List<LogRecord> recordsOf(RecordBatch batch) {
        List<LogRecord> records = new ArrayList<>();
        for (Record record : batch) {
            records.add(new LogRecord(
                    record.offset(), bytes(record.key()), bytes(record.value()), new RecordHeaders(record.headers())));
        }
        return records;
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        return buffer == null ? null : Utils.toArray(buffer);
    }
}
