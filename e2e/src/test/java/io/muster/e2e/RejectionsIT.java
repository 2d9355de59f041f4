package io.muster.e2e;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.contract.Connection;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Recount;
import io.muster.domain.oracle.Rows;
import io.muster.domain.statement.Statement;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.process.Counting;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.MusterProcess;
import io.muster.e2e.process.StreamsInstance;
import io.muster.e2e.sample.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rejected records are listed, repaired, sent again and counted once. */
class RejectionsIT {

    private static final String CAMPAIGN = "bac-giang-2023";
    private static final int PARTITIONS = 4;

    @TempDir
    private Path folder;

    @Test
    void shouldCountReplayedRecordsOnceAfterTheirSchemaIsRegistered() throws Exception {
        Sample sample = Sample.read(CAMPAIGN);
        List<Statement> statements =
                IntStream.range(0, 12).mapToObj(RejectionsIT::statement).toList();
        try (Backend backend = new EmbeddedBackend()) {
            Connection connection = backend.connection();
            Launcher muster = Launcher.in(folder).connectedTo(connection);
            muster.succeed("topics");
            muster.succeed("apply", sample.folder().toString());
            Rows empty = Recount.of(List.of(), sample.references(), AsOf.RECORDED);
            Rows counted = Recount.of(statements, sample.references(), AsOf.RECORDED);

            try (StreamsInstance instance = start(muster)) {
                instance.awaitReady();
                FutureStatements future = new FutureStatements(connection);
                List<String> repairable = send(connection, future, statements);
                String beyondRepair = send(connection, statements.get(0), null, 0);
                Counting counting = new Counting(connection, "muster", List.of(instance));
                counting.awaitEverything();

                assertThat(PublishedRows.read(connection)).isEqualTo(empty);
                JsonNode list = json(muster.succeed("rejections", "list", "-o", "json"));
                assertThat(list.at("/byReason/UNDECODABLE").asInt()).isEqualTo(repairable.size());
                assertThat(list.at("/byReason/NO_VALUE").asInt()).isEqualTo(1);
                assertThat(list.path("rejections").findValuesAsText("position"))
                        .containsAll(repairable)
                        .contains(beyondRepair)
                        .hasSize(repairable.size() + 1);
                assertThat(list.path("rejections").findValuesAsText("key")).contains(CAMPAIGN + ":late-0");

                assertThat(json(replay(muster)).path("sent").asInt()).isZero();
                future.register();
                JsonNode check = json(replay(muster, "--dry-run"));
                assertThat(check.path("acceptable").asInt()).isEqualTo(repairable.size());
                assertThat(json(replay(muster)).path("sent").asInt()).isEqualTo(repairable.size());
                counting.awaitEverything();
                assertThat(PublishedRows.read(connection)).isEqualTo(counted);

                JsonNode again = json(replay(muster));
                assertThat(again.path("sent").asInt()).isEqualTo(repairable.size());
                assertThat(StreamSupport.stream(
                                again.at("/byReason/NO_VALUE/left").spliterator(), false))
                        .singleElement()
                        .satisfies(
                                left -> assertThat(left.path("first").asText()).isEqualTo(beyondRepair));
                counting.awaitEverything();
                assertThat(PublishedRows.read(connection)).isEqualTo(counted);
                assertThat(instance.metric("muster_rejections_total")).isEqualTo(repairable.size() + 1);
            }

            muster.succeed("topics", "--application-id=anew");
            // a new application reads the rejected records, the repaired ones and those sent again
            try (StreamsInstance instance = start(muster, "--application-id=anew")) {
                instance.awaitReady();
                new Counting(connection, "anew", List.of(instance)).awaitEverything();
                assertThat(PublishedRows.read(connection)).isEqualTo(counted);
            }
        }
    }

    private StreamsInstance start(Launcher muster, String... options) throws Exception {
        return StreamsInstance.start(muster, folder.resolve("state"), options);
    }

    private static MusterProcess replay(Launcher muster, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("rejections", "replay", "-o", "json"));
        arguments.addAll(List.of(options));
        return muster.succeed(arguments.toArray(String[]::new));
    }

    private static JsonNode json(MusterProcess process) throws Exception {
        return new ObjectMapper().readTree(process.out());
    }

    private static Statement statement(int number) {
        return aStatement()
                .forCampaign(CAMPAIGN)
                .by("late-" + number)
                .in("yen-dung")
                .on("2023-05-12")
                .event("late-" + number)
                .build();
    }

    /** Sends to all partitions in turn instead of by key; returns the positions. */
    private static List<String> send(Connection connection, FutureStatements future, List<Statement> statements)
            throws Exception {
        List<String> positions = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            positions.add(send(connection, statement, future.write(statement), i % PARTITIONS));
        }
        return positions;
    }

    private static String send(Connection connection, Statement statement, byte @Nullable [] value, int partition)
            throws Exception {
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(connection.clientSettings(), new StringSerializer(), new ByteArraySerializer())) {
            RecordMetadata position = producer.send(new ProducerRecord<>(
                            Topics.ENROLLMENTS.name(),
                            partition,
                            RecordKeys.participant(statement.campaignId(), statement.participantRef()),
                            value))
                    .get();
            return position.topic() + "-" + position.partition() + "@" + position.offset();
        }
    }
}
