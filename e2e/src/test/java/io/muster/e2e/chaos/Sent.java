package io.muster.e2e.chaos;

import io.muster.cli.options.Connection;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Guarantees;
import io.muster.domain.reference.References;
import io.muster.domain.statement.Statement;
import io.muster.e2e.Position;
import io.muster.e2e.PublishedRows;
import io.muster.e2e.Recorded;
import io.muster.e2e.TopicReader;
import io.muster.mapping.StatementMapping;
import io.muster.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;

/**
 * What is on the input topic in the end.
 *
 * @param statements all of them
 * @param counted those that are where their keys belong, and so are counted, in the order of each partition
 * @param broken the positions of records that are no statements
 * @param originals how many records were put there by senders, and not by the application
 */
record Sent(List<Statement> statements, List<Statement> counted, List<Position> broken, int originals) {

    private static final byte[] BROKEN = "broken".getBytes(StandardCharsets.UTF_8);

    /** @param partitions among how many the application divides participants */
    static Sent read(Connection connection, int partitions) {
        List<Statement> statements = new ArrayList<>();
        List<Statement> counted = new ArrayList<>();
        List<Position> broken = new ArrayList<>();
        int originals = 0;
        try (var avro = connection.serdes().deserializer(Topics.ENROLLMENTS)) {
            for (ConsumerRecord<String, byte[]> record : new TopicReader(connection).bytes(Topics.ENROLLMENTS)) {
                if (record.headers().lastHeader("muster.sent-home-from") == null) {
                    originals++;
                }
                if (record.value()[0] == BROKEN[0]) {
                    broken.add(Position.of(record));
                } else {
                    Statement statement = StatementMapping.fromAvro(avro.deserialize(record.topic(), record.value()));
                    statements.add(statement);
                    if (record.partition() == home(record.key(), partitions)) {
                        counted.add(statement);
                    }
                }
            }
        }
        return new Sent(statements, counted, broken, originals);
    }

    /** What is broken of all that is promised of the rows, the corrections and the rejections; nothing if all is well. */
    List<String> brokenPromises(Connection connection, References references) {
        List<String> broken = brokenBesideCorrections(connection, references);
        broken.addAll(Guarantees.brokenByCorrections(counted, Recorded.corrections(connection)));
        Recorded.repeatedAlerts(connection).forEach(key -> broken.add("the alert " + key + " was published again"));
        return broken;
    }

    /** The same without the corrections: these depend on which application came to which statement first. */
    List<String> brokenBesideCorrections(Connection connection, References references) {
        List<String> found = new ArrayList<>();
        found.addAll(Guarantees.brokenByRows(statements, references, AsOf.RECORDED, PublishedRows.read(connection)));
        found.addAll(Guarantees.brokenByRejections(broken, Recorded.rejections(connection)));
        return found;
    }

    private static int home(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
