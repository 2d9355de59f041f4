package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.Connection;
import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Guarantees;
import io.muster.domain.oracle.Rows;
import io.muster.domain.statement.Statement;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.process.Counting;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.StreamsInstance;
import io.muster.e2e.sample.ReferenceSender;
import io.muster.e2e.sample.SimulatedDrive;
import io.muster.schema.EnrollmentEvent;
import io.muster.simulation.traffic.Traffic;
import io.muster.simulation.traffic.TrafficPlan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends broken records among valid ones: every valid record is counted, and every broken one is rejected once. */
class FuzzIT {

    private static final int BROKEN = 200_000;
    private static final int GOOD = 20_000;

    @TempDir
    private Path folder;

    @Test
    void shouldCountEveryValidStatementAmongBrokenRecords() throws Exception {
        long seed = Long.getLong("seed", 20_230_518);
        System.out.println("broken at random with -Dseed=" + seed);
        try (Backend backend = new EmbeddedBackend()) {
            Connection connection = backend.connection();
            Launcher muster = Launcher.in(folder).connectedTo(connection);
            muster.succeed("topics");
            SimulatedDrive drive = SimulatedDrive.of(seed, GOOD);
            new ReferenceSender(connection).become(drive.references());
            List<Statement> good = new ArrayList<>();
            try (StreamsInstance instance = StreamsInstance.start(muster, folder.resolve("state"))) {
                List<Position> broken = send(connection, drive.plan(), new Random(seed), good);
                new Counting(connection, "muster", List.of(instance)).awaitEverything();

                List<Position> rejected = Recorded.rejections(connection);
                Rows rows = PublishedRows.read(connection);
                System.out.printf(
                        "fuzz: seed %d: %d good and %d broken records sent, %d rejections, %d rows compared%n",
                        seed, good.size(), broken.size(), rejected.size(), rows.size());
                assertThat(instance.metric("muster_rejections_total")).isGreaterThanOrEqualTo(BROKEN);
                assertThat(Guarantees.brokenByRejections(broken, rejected)).isEmpty();
                assertThat(Guarantees.brokenByRows(good, drive.references(), AsOf.RECORDED, rows))
                        .isEmpty();
            }
        }
    }

    /** @return the positions of the broken records */
    private static List<Position> send(Connection connection, TrafficPlan plan, Random random, List<Statement> good)
            throws Exception {
        Traffic traffic = new Traffic(plan);
        List<Future<RecordMetadata>> broken = new ArrayList<>();
        try (var avro = connection.serdes().serializer(Topics.ENROLLMENTS);
                Producer<byte[], byte[]> producer = new KafkaProducer<>(
                        connection.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            BrokenRecords breaker = new BrokenRecords(random, connection.serdes());
            while (traffic.hasNext()) {
                Statement statement = traffic.next();
                good.add(statement);
                byte[] key = RecordKeys.participant(statement.campaignId(), statement.participantRef())
                        .getBytes(StandardCharsets.UTF_8);
                EnrollmentEvent event = StatementMapping.toAvro(statement);
                byte[] value = avro.serialize(Topics.ENROLLMENTS.name(), event);
                var unused = producer.send(new ProducerRecord<>(Topics.ENROLLMENTS.name(), key, value));
                for (int i = 0; i < BROKEN / GOOD; i++) {
                    broken.add(producer.send(breaker.next(event)));
                }
            }
            producer.flush();
        }
        List<Position> positions = new ArrayList<>();
        for (Future<RecordMetadata> record : broken) {
            positions.add(Position.of(record.get()));
        }
        return positions;
    }
}
