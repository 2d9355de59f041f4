package io.muster.e2e;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.topic.Topics;
import io.muster.domain.oracle.ExpectedLosses;
import io.muster.domain.oracle.Guarantees;
import io.muster.domain.statement.Statement;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.OnEveryBackend;
import io.muster.e2e.process.MusterProcess;
import io.muster.e2e.sample.Sample;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** From the files of a drive to its rows, with the commands of a user and two instances that share the work. */
@OnEveryBackend
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // fields are set before each invocation of the class
class PipelineIT {

    private static final String CAMPAIGN = "bac-giang-2023";

    @Parameter
    private Backend backend;

    @TempDir
    private static Path temporary;

    private Path folder;
    private Pipeline pipeline;

    @BeforeParameterizedClassInvocation
    void sendTheSampleToTwoInstances() throws Exception {
        folder = Files.createDirectory(temporary.resolve(backend.toString()));
        pipeline = new Pipeline(backend.connection(), Sample.read(CAMPAIGN), folder);
    }

    @AfterParameterizedClassInvocation
    void endInstances() {
        if (pipeline != null) {
            pipeline.close();
        }
    }

    @Test
    void shouldPublishTheRowsOfTheOracle() {
        assertThat(pipeline.brokenByRows()).isEmpty();
    }

    @Test
    void shouldShareTheWorkBetweenBothInstances() {
        assertThat(pipeline.instances())
                .allSatisfy(instance ->
                        assertThat(instance.metric("muster_statements_total")).isPositive());
    }

    @Test
    void shouldRecordEachCorrectionOnce() {
        assertThat(Guarantees.brokenByCorrections(
                        pipeline.sample().statements(), Recorded.corrections(pipeline.connection())))
                .isEmpty();
    }

    @Test
    void shouldRecordEveryLostStatement() {
        // other tests may have sent the statements again, which records further losses
        assertThat(Recorded.losses(pipeline.connection()))
                .containsAll(ExpectedLosses.of(pipeline.sample().statements()));
    }

    @Test
    void shouldReportThePublishedFigures() throws Exception {
        MusterProcess report = pipeline.muster().succeed("report", CAMPAIGN, "-o", "json", "--as-of", "2023-05-18");

        JsonNode bulletin = new ObjectMapper().readTree(report.out());
        assertThat(bulletin.at("/area/enrolled").asLong()).isEqualTo(1928);
        assertThat(bulletin.at("/area/attainmentPercent").asDouble()).isEqualTo(58.69);
        assertThat(bulletin.at("/area/last7Days").asLong()).isEqualTo(1074);
        assertThat(bulletin.at("/leaders/byCount").findValuesAsText("name"))
                .startsWith("Yên Dũng", "Hiệp Hòa", "Lục Ngạn");
        assertThat(bulletin.at("/leaders/byCount").findValuesAsText("enrolled")).startsWith("318", "302", "268");
        assertThat(bulletin.at("/leaders/byAttainment").findValuesAsText("name"))
                .startsWith("Sơn Động", "Yên Dũng");
        assertThat(bulletin.at("/leaders/byAttainment").findValuesAsText("attainmentPercent"))
                .startsWith("112.67", "111.58");
    }

    @Test
    void shouldChangeNothingWhenStatementsAreSentAgainInAnyOrder() throws Exception {
        List<Position> rejections = Recorded.rejections(pipeline.connection());

        pipeline.send(pipeline.sample().enrollments());
        pipeline.send(pipeline.sample().enrollments());
        pipeline.send(shuffled(pipeline.sample().enrollments()));
        pipeline.awaitCounted();

        assertThat(pipeline.brokenByRows()).isEmpty();
        assertThat(Guarantees.brokenByCorrections(
                        pipeline.sample().statements(), Recorded.corrections(pipeline.connection())))
                .isEmpty();
        assertThat(Guarantees.brokenByRejections(rejections, Recorded.rejections(pipeline.connection())))
                .isEmpty();
    }

    @Test
    void shouldRejectInvalidRecordsUnchangedAndKeepCounting() throws Exception {
        List<BadRecord> bad = BadRecord.ofEachKind(pipeline.connection(), Instant.now());
        List<Position> positions = new ArrayList<>();
        Statement good = aStatement()
                .forCampaign(CAMPAIGN)
                .by("newcomer")
                .in("yen-dung")
                .on("2023-05-19")
                .build();

        try (Producer<String, byte[]> producer = new KafkaProducer<>(
                pipeline.connection().clientSettings(), new StringSerializer(), new ByteArraySerializer())) {
            for (BadRecord record : bad) {
                positions.add(Position.of(producer.send(withAHeader(record)).get()));
            }
        }
        sendAsAvro(good);
        pipeline.expectAlso(good);
        pipeline.awaitCounted();

        assertThat(pipeline.brokenByRows()).isEmpty();
        assertThat(Guarantees.brokenByRejections(positions, Recorded.rejections(pipeline.connection())))
                .isEmpty();
        List<ConsumerRecord<String, byte[]>> rejected = new TopicReader(pipeline.connection()).bytes(Topics.REJECTIONS);
        for (int i = 0; i < bad.size(); i++) {
            ConsumerRecord<String, byte[]> record = at(positions.get(i), rejected);
            assertThat(record.key()).isEqualTo(bad.get(i).key());
            assertThat(record.value()).isEqualTo(bad.get(i).value().get());
            assertThat(header(record.headers(), "muster.rejection.reason"))
                    .isEqualTo(bad.get(i).reason().name());
            assertThat(header(record.headers(), "muster.rejection.topic")).isEqualTo(Topics.ENROLLMENTS.name());
            assertThat(header(record.headers(), "muster.rejection.detail")).isNotBlank();
            assertThat(header(record.headers(), "office")).isEqualTo("hiệp-hòa");
        }
    }

    private static ProducerRecord<String, byte[]> withAHeader(BadRecord bad) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topics.ENROLLMENTS.name(), bad.key(), bad.value().get());
        record.headers().add("office", "hiệp-hòa".getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private void sendAsAvro(Statement statement) throws Exception {
        try (var producer = new KafkaProducer<>(
                pipeline.connection().clientSettings(),
                new StringSerializer(),
                pipeline.connection().serdes().serializer(Topics.ENROLLMENTS))) {
            producer.send(new ProducerRecord<>(
                            Topics.ENROLLMENTS.name(),
                            statement.campaignId() + ":" + statement.participantRef(),
                            StatementMapping.toAvro(statement)))
                    .get();
        }
    }

    private static ConsumerRecord<String, byte[]> at(Position position, List<ConsumerRecord<String, byte[]>> rejected) {
        return rejected.stream()
                .filter(record -> Recorded.refusedAt(record.headers()).equals(position))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rejection of " + position));
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private Path shuffled(Path file) throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("shuffled with -Dseed=" + seed);
        List<String> lines = Files.readAllLines(file);
        List<String> statements = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.shuffle(statements, new Random(seed));
        return Files.write(
                folder.resolve("shuffled.csv"),
                Stream.concat(Stream.of(lines.get(0)), statements.stream()).toList());
    }
}
