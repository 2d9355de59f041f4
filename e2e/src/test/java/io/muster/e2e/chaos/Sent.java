package io.muster.e2e.chaos;

import io.muster.cli.options.Connection;
import io.muster.domain.statement.Statement;
import io.muster.e2e.TopicReader;
import io.muster.mapping.StatementMapping;
import io.muster.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What is on the input topic in the end.
 *
 * @param statements in the order of each partition
 * @param broken the positions of records that are no statements
 */
record Sent(List<Statement> statements, List<String> broken) {

    private static final byte[] BROKEN = "broken".getBytes(StandardCharsets.UTF_8);

    static Sent read(Connection connection) {
        List<Statement> statements = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        try (var avro = connection.serdes().deserializer(Topics.ENROLLMENTS)) {
            for (ConsumerRecord<String, byte[]> record : new TopicReader(connection).bytes(Topics.ENROLLMENTS)) {
                if (record.value()[0] == BROKEN[0]) {
                    broken.add(position(Integer.toString(record.partition()), Long.toString(record.offset())));
                } else {
                    statements.add(StatementMapping.fromAvro(avro.deserialize(record.topic(), record.value())));
                }
            }
        }
        return new Sent(statements, broken);
    }

    int records() {
        return statements.size() + broken.size();
    }

    static String position(String partition, String offset) {
        return partition + "@" + offset;
    }
}
