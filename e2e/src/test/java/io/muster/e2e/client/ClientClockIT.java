package io.muster.e2e.client;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.domain.tally.CampaignRow.SourceCount;
import io.muster.e2e.PublishedRows;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.MusterProcess;
import io.muster.e2e.process.StreamsInstance;
import io.muster.e2e.sample.ReferenceSender;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clock of an office jumps, or the broker rejects a statement. */
class ClientClockIT {

    private static final Logger LOG = LoggerFactory.getLogger(ClientClockIT.class);
    private static final int NOT_SENT = 4;
    private static final int PARTICIPANTS = 20;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String MAY_20 = "clock=2023-05-20T08:00:00Z";
    private static final String MAY_19 = "clock=2023-05-19T10:00:00Z";
    private static final String MAY_10 = "clock=2023-05-10T08:00:00Z";

    @TempDir
    private Path folder;

    private final Backend backend = new EmbeddedBackend();
    private @Nullable Office office;

    @BeforeEach
    void start() throws Exception {
        muster().succeed("topics");
        office = new Office(muster(), folder);
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void shouldLetTheLaterStatementWinAfterTheClockJumpsBackNearlyADay() throws Exception {
        run(0, backend.connection(), MAY_20, "flush=60");
        run(0, backend.connection(), MAY_19, "flush=60");

        Arrivals arrivals = Arrivals.read(backend.connection());
        LOG.warn(
                "{} statements recorded, half of them after the clock jumped back 22 hours: the later one wins"
                        + " for {} of {}"
                        + " participants",
                office().recorded().size(),
                arrivals.standing().values().stream()
                        .filter(number -> number >= PARTICIPANTS)
                        .count(),
                PARTICIPANTS);
        assertThat(arrivals.standing())
                .hasSize(PARTICIPANTS)
                .allSatisfy((participant, number) -> assertThat(number).isGreaterThanOrEqualTo(PARTICIPANTS));
    }

    @Test
    void shouldSendEverythingAfterTheClockJumpsBackTenDays() throws Exception {
        run(0, backend.connection(), MAY_20, "flush=60");
        String said = run(0, backend.connection(), MAY_10, "flush=60");

        assertThat(said).contains("status pending=0 sent=" + 2 * PARTICIPANTS + " refused=0");
        assertThat(Arrivals.read(backend.connection()).eventIds())
                .hasSize(2 * PARTICIPANTS)
                .isEqualTo(office().recorded().keySet());
    }

    @Test
    void shouldHoldStatementsDatedInTheFutureUntilTheirTimeHasCome() throws Exception {
        run(NOT_SENT, null, MAY_20, "flush=0");
        String held = run(0, backend.connection(), MAY_10, "flush=60");
        int sentWithHeld = Arrivals.read(backend.connection()).statements().size();
        String sent = run(0, backend.connection(), MAY_20, "flush=60");

        LOG.warn("{} statements held while the clock was ten days back, {} sent meanwhile", PARTICIPANTS, sentWithHeld);
        assertThat(held)
                .contains("status pending=0 sent=" + PARTICIPANTS + " refused=" + PARTICIPANTS)
                .contains("RECORDED_AT_IN_THE_FUTURE: recordedAt 2023-05-20T08:00:");
        assertThat(sentWithHeld).isEqualTo(PARTICIPANTS);
        assertThat(sent).contains("refused=0 waitsFor=nothing");
        assertThat(Arrivals.read(backend.connection()).eventIds())
                .isEqualTo(office().recorded().keySet());
    }

    @Test
    void shouldReportTheSourceOfStatementsRecordedAhead() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        new ReferenceSender(backend.connection())
                .become(someReferences()
                        .campaign(
                                "drive",
                                today.minusDays(3).toString(),
                                today.plusDays(10).toString(),
                                "bac-giang")
                        .area("bac-giang", null, "province")
                        .area("yen-dung", "bac-giang", "district")
                        .build());
        String said = run(0, backend.connection(), fiveHoursAhead(), "flush=60", "areas=yen-dung");

        assertThat(said).contains("status pending=0 sent=" + PARTICIPANTS + " refused=0");
        try (StreamsInstance streams = StreamsInstance.startLive(muster(), folder.resolve("state"))) {
            streams.awaitReady();
            await().atMost(LIMIT)
                    .until(() ->
                            PublishedRows.read(backend.connection()).campaigns().containsKey("drive"));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(PublishedRows.read(backend.connection())
                                    .campaign("drive")
                                    .quality()
                                    .recordedAhead())
                            .containsExactly(new SourceCount("office", PARTICIPANTS)));
        }
    }

    @Test
    void shouldRetryWhileTheBrokerRejectsTheTimestamp() throws Exception {
        trustSenderTimestamps();
        String ahead = run(NOT_SENT, backend.connection(), fiveHoursAhead(), "flush=10");
        String right = run(0, backend.connection(), "flush=60");

        assertThat(ahead)
                .contains("pending=" + PARTICIPANTS + " sent=0 refused=0")
                .contains("does not believe the time of this computer")
                .contains("set its clock");
        assertThat(right).contains("status pending=0 sent=" + 2 * PARTICIPANTS + " refused=0");
    }

    private static String fiveHoursAhead() {
        return "clock=" + Instant.now().plus(Duration.ofHours(5));
    }

    /**
     * Configures the topic as if created without {@code muster topics}: timestamps come from the sender and must be
     * within an hour.
     */
    private void trustSenderTimestamps() throws Exception {
        try (Admin admin = Admin.create(backend.connection().clientSettings())) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, Topics.ENROLLMENTS.name()),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("message.timestamp.type", "CreateTime"),
                                    AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    @Test
    void shouldKeepStatementsThatAreTooLargeAndSendTheRest() throws Exception {
        run(NOT_SENT, null, "suffix=" + "x".repeat(200));

        String said = run(0, backend.connection(), "largest=400", "flush=60");

        LOG.warn("{} statements too large and kept, {} after them sent", PARTICIPANTS, PARTICIPANTS);
        assertThat(said)
                .contains("status pending=0 sent=" + PARTICIPANTS + " refused=" + PARTICIPANTS)
                .contains("RecordTooLargeException");
    }

    /** Records one statement of each participant and waits for the given end. */
    private String run(int exitCode, @Nullable Connection network, String... arguments) throws Exception {
        String[] all = Stream.concat(
                        Stream.of("first=" + office().next(), "count=" + PARTICIPANTS, "participants=" + PARTICIPANTS),
                        Stream.of(arguments))
                .toArray(String[]::new);
        try (MusterProcess program = office().start(network, all)) {
            assertThat(program.awaitEnd(LIMIT))
                    .as(program.out() + program.err())
                    .isEqualTo(exitCode);
            office().note(program);
            return program.out();
        }
    }

    private Launcher muster() {
        return Launcher.in(folder).connectedTo(backend.connection());
    }

    private Office office() {
        return Objects.requireNonNull(office);
    }
}
