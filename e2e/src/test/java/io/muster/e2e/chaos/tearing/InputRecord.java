package io.muster.e2e.chaos.tearing;

import io.muster.contract.Connection;
import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.topic.Topics;
import io.muster.domain.statement.Statement;
import io.muster.e2e.TopicReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * A record of the input topic, as written by field traffic.
 *
 * @param statement null if the record is not a statement
 * @param isHome whether it is in the partition of its key, and so is counted there
 * @param isCopy whether the application wrote it
 */
public record InputRecord(long offset, @Nullable Statement statement, boolean isHome, boolean isCopy) {

    private static final byte[] BROKEN = "broken".getBytes(StandardCharsets.UTF_8);

    /**
     * All committed records by partition, in offset order.
     *
     * @param partitions number of partitions over which the application distributes participants
     */
    public static SortedMap<Integer, List<InputRecord>> read(Connection connection, int partitions) {
        SortedMap<Integer, List<InputRecord>> input = new TreeMap<>();
        try (var avro = connection.serdes().deserializer(Topics.ENROLLMENTS)) {
            for (ConsumerRecord<String, byte[]> record : new TopicReader(connection).bytes(Topics.ENROLLMENTS)) {
                Statement statement = record.value()[0] == BROKEN[0]
                        ? null
                        : StatementMapping.fromAvro(avro.deserialize(record.topic(), record.value()));
                input.computeIfAbsent(record.partition(), partition -> new ArrayList<>())
                        .add(new InputRecord(
                                record.offset(),
                                statement,
                                home(record.key(), partitions) == record.partition(),
                                record.headers().lastHeader("muster.sent-home-from") != null));
            }
        }
        return input;
    }

    private static int home(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
