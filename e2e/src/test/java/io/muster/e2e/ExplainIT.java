package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.contract.topic.Topics;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.fixture.StatementBuilder;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.ExpectedCorrections;
import io.muster.domain.oracle.Recount;
import io.muster.domain.oracle.Rows;
import io.muster.domain.reference.References;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import io.muster.domain.tally.DayRow;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.process.MusterProcess;
import io.muster.e2e.sample.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Explains a drop in a count and certifies days, with the commands of a user. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // fields are set before all tests
class ExplainIT {

    private static final String CAMPAIGN = "bac-giang-2023";
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final ObjectMapper json = new ObjectMapper();
    private final Backend backend = new EmbeddedBackend();

    @TempDir
    private static Path folder;

    private Pipeline pipeline;

    @BeforeAll
    void sendTheSample() throws Exception {
        pipeline = new Pipeline(backend.connection(), Sample.read(CAMPAIGN), folder);
    }

    @AfterAll
    void endEverything() {
        if (pipeline != null) {
            pipeline.close();
        }
        backend.close();
    }

    /** The effect of a correction on a district, by the event ids of both statements. */
    private record Movement(String kind, String from, String to) {}

    @Test
    void shouldExplainADropWithoutNamingPersons() throws Exception {
        String district = "hiep-hoa";

        MusterProcess text = pipeline.muster().succeed("explain", CAMPAIGN, district, "--lang", "vi");
        JsonNode explanation = read(pipeline.muster().succeed("explain", CAMPAIGN, district, "-o", "json"));

        List<Movement> movements = new ArrayList<>();
        explanation
                .at("/corrections")
                .forEach(correction -> movements.add(new Movement(
                        correction.at("/kind").asText(),
                        correction.at("/from/eventId").asText(),
                        correction.at("/to/eventId").asText())));
        assertThat(movements)
                .containsExactlyInAnyOrderElementsOf(expectedMovements(district))
                .extracting(Movement::kind)
                .contains("MOVED_AWAY", "WITHDRAWN", "CHANGED_DAY");
        assertThat(explanation.at("/enrolled").asLong()).isEqualTo(302);
        assertThat(text.out()).contains("Giải trình số liệu: Hiệp Hòa", "302 người được tính");
        assertThat(pipeline.sample().statements())
                .noneMatch(statement -> (text.out() + explanation)
                        .contains(statement.participantRef().value()));
    }

    /** The id of an area names its district: district, dot, commune. */
    private List<Movement> expectedMovements(String district) {
        Map<String, Statement> byEvent = pipeline.sample().statements().stream()
                .collect(Collectors.toMap(
                        statement -> statement.eventId().toString(), statement -> statement, (one, same) -> one));
        return ExpectedCorrections.of(pipeline.sample().statements()).stream()
                .flatMap(change -> {
                    Statement from = Objects.requireNonNull(byEvent.get(change.from()));
                    Statement to = Objects.requireNonNull(byEvent.get(change.to()));
                    return kind(district, from, to)
                            .map(kind -> new Movement(kind, change.from(), change.to()))
                            .stream();
                })
                .toList();
    }

    private static Optional<String> kind(String district, Statement from, Statement to) {
        boolean wasHere = (from.areaId() + ".").startsWith(district + ".");
        boolean isHere = (to.areaId() + ".").startsWith(district + ".");
        if (to.status() == Status.WITHDRAWN) {
            return wasHere ? Optional.of("WITHDRAWN") : isHere ? Optional.of("WITHDREW_ELSEWHERE") : Optional.empty();
        }
        if (wasHere && isHere) {
            return from.enrolledOn().equals(to.enrolledOn()) ? Optional.empty() : Optional.of("CHANGED_DAY");
        }
        return wasHere ? Optional.of("MOVED_AWAY") : isHere ? Optional.of("MOVED_IN") : Optional.empty();
    }

    @Test
    void shouldShowLateStatementsAsAnAdjustmentOfCertifiedCounts() throws Exception {
        JsonNode certified =
                read(pipeline.muster().succeed("certify", CAMPAIGN, "--through", "2023-05-17", "-o", "json"));
        assertThat(certified.at("/enrolled").asLong()).isEqualTo(1765);
        assertThat(certified.at("/by").asText()).isEqualTo(System.getProperty("user.name"));
        assertThat(pipeline.muster()
                        .run("certify", CAMPAIGN, "--through", "2023-05-17")
                        .exitCode())
                .isEqualTo(1);

        Statement late = new StatementBuilder()
                .forCampaign(CAMPAIGN)
                .by("late-1")
                .in("yen-dung")
                .on("2023-05-12")
                .version(1_684_400_400_000_000L)
                .recordedAt("2023-05-18T09:00:00Z")
                .build();
        pipeline.send(file(late));
        Rows expected = Recount.of(
                Stream.concat(pipeline.sample().statements().stream(), Stream.of(late))
                        .toList(),
                withCertified(pipeline.sample().references()),
                AsOf.RECORDED);

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(pipeline.published()).isEqualTo(expected));
        assertThat(List.of("yen-dung", "bac-giang"))
                .map(area -> expected.day(CAMPAIGN, area, "2023-05-12"))
                .extracting(DayRow::adjustment)
                .containsOnly(1L);
        JsonNode report = read(pipeline.muster().succeed("report", CAMPAIGN, "-o", "json"));
        assertThat(report.at("/certified/through").asText()).isEqualTo("2023-05-17");
        assertThat(report.at("/certified/enrolled").asLong()).isEqualTo(1765);
        assertThat(report.at("/certified/adjustment").asLong()).isEqualTo(1);
        assertThat(pipeline.muster().succeed("report", CAMPAIGN, "--lang", "vi").out())
                .contains("Đã chốt số liệu đến hết ngày 17/5/2023: 1.765 người; điều chỉnh từ đó đến nay: +1.");
        JsonNode day =
                read(pipeline.muster().succeed("explain", CAMPAIGN, "yen-dung", "--day", "2023-05-12", "-o", "json"));
        assertThat(day.at("/adjustment").asLong()).isEqualTo(1);
    }

    private static Path file(Statement late) throws IOException {
        return Files.writeString(
                folder.resolve("late.csv"),
                "eventId,campaignId,participantRef,version,areaId,status,enrolledOn,recordedAt,source\n"
                        + String.join(
                                ",",
                                late.eventId().toString(),
                                late.campaignId().value(),
                                late.participantRef().value(),
                                Long.toString(late.version()),
                                late.areaId().value(),
                                late.status().name(),
                                late.enrolledOn().toString(),
                                late.recordedAt().toString(),
                                late.source())
                        + "\n");
    }

    /** Adds the certified counts on the topic to the references. */
    private References withCertified(References references) {
        Map<AreaId, Map<LocalDate, Long>> certified = new HashMap<>();
        new TopicReader(backend.connection()).latest(Topics.CERTIFIED_COUNTS).forEach((key, count) -> {
            String[] parts = key.split("\\|", -1);
            certified
                    .computeIfAbsent(new AreaId(parts[1]), area -> new HashMap<>())
                    .put(LocalDate.parse(parts[2]), (Long) count.get("enrolled"));
        });
        return new References(
                references.campaigns(),
                references.areas(),
                references.targets(),
                Map.of(new CampaignId(CAMPAIGN), certified));
    }

    private JsonNode read(MusterProcess process) throws IOException {
        return json.readTree(process.out());
    }
}
