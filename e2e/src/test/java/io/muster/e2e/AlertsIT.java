package io.muster.e2e;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.client.EnrollmentPublisher;
import io.muster.client.PublisherSettings;
import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.fixture.ReferenceRecord.OfTarget;
import io.muster.domain.fixture.ReferencesBuilder;
import io.muster.domain.reference.AlertRules;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve.Linear;
import io.muster.domain.statement.Statement;
import io.muster.domain.tally.AlertRow;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.ShortSessions;
import io.muster.e2e.process.StreamsInstance;
import io.muster.e2e.sample.ReferenceSender;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts of a running drive, as of today. */
class AlertsIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SILENT_HOURS = 24;
    private static final int STATEMENTS = 20;

    @TempDir
    private Path folder;

    @Test
    void shouldAlertOnSilenceAndOnARaisedTargetAndNotRepeatAlertsAfterAKill() throws Exception {
        LocalDate today = LocalDate.now(ZONE);
        Instant silentSince = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(30);
        Instant spoke = silentSince.minus(Duration.ofHours(SILENT_HOURS));
        try (Backend backend = new EmbeddedBackend()) {
            Connection connection = backend.connection();
            Launcher muster = Launcher.in(folder).connectedTo(connection);
            muster.succeed("topics");
            ReferenceSender references = new ReferenceSender(connection);
            references.become(drive(today).build());
            send(connection, statements("son-dong", today.minusDays(2), spoke));
            send(connection, statements("yen-dung", today.minusDays(2), spoke.plus(Duration.ofHours(20))));

            try (StreamsInstance doomed = start(muster)) {
                Instant silentTold = awaitFiring(connection, "drive|son-dong|SILENT", silentSince);
                assertThat(silentTold).isAfterOrEqualTo(silentSince);
                System.out.println("silence: alert " + millis(silentSince, silentTold) + " ms after it was due");

                Instant raised = Instant.now();
                references.send(List.of(new OfTarget(campaignId("drive"), areaId("son-dong"), 1_000L)));
                Instant thisMorning = today.atStartOfDay(ZONE).toInstant();
                Instant behindTold = awaitFiring(connection, "drive|son-dong|BEHIND", thisMorning);
                System.out.println("raised target: alert " + millis(raised, behindTold) + " ms after it was sent");
                doomed.process().kill();
            }
            long told = toldOf(connection, "drive|son-dong|");

            try (StreamsInstance again = start(muster)) {
                send(connection, statements("yen-dung", today.minusDays(1), spoke.plus(Duration.ofHours(21))));
                await().atMost(LIMIT)
                        .until(() -> PublishedRows.read(connection)
                                        .area("drive", "yen-dung")
                                        .enrolled()
                                == 2 * STATEMENTS);
                again.process().terminate();
                assertThat(again.process().awaitEnd(LIMIT)).isZero();
            }

            assertThat(toldOf(connection, "drive|son-dong|")).isEqualTo(told);
            assertThat(Recorded.repeatedAlerts(connection)).isEmpty();
            assertThat(PublishedRows.read(connection)
                            .alerts("drive", "yen-dung")
                            .values())
                    .filteredOn(AlertRow::isFiring)
                    .extracting(AlertRow::rule)
                    .containsExactly(AlertRule.COMPLETED);
        }
    }

    /** Waits for an alert that fires since the given time; returns when its row was computed. */
    private static Instant awaitFiring(Connection connection, String key, Instant since) {
        TopicReader reader = new TopicReader(connection);
        GenericRecord alert = await().alias(key + " fires since " + since)
                .atMost(LIMIT)
                .until(
                        () -> reader.latest(Topics.ALERTS).get(key),
                        record -> record != null
                                && record.get("state").toString().equals("FIRING")
                                && record.get("since").equals(since.toEpochMilli()));
        return Instant.ofEpochMilli((Long) alert.get("computedAt"));
    }

    private static long millis(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }

    private static long toldOf(Connection connection, String keyPrefix) {
        return new TopicReader(connection)
                .records(Topics.ALERTS).stream()
                        .filter(record -> record.key().startsWith(keyPrefix))
                        .count();
    }

    private StreamsInstance start(Launcher muster) throws IOException {
        return StreamsInstance.startLive(muster, folder.resolve("state"), ShortSessions.and());
    }

    /** A drive of two weeks that started three days ago. */
    private static ReferencesBuilder drive(LocalDate today) {
        AlertRules rules = new AlertRules("district", 20, 10, 2, SILENT_HOURS);
        return someReferences()
                .campaign(new Campaign(
                        campaignId("drive"),
                        Map.of(),
                        new Campaign.Period(today.minusDays(3), today.plusDays(10), ZONE),
                        areaId("bac-giang"),
                        new Linear(),
                        null,
                        null,
                        List.of(rules)))
                .area("bac-giang", null, "province")
                .area("son-dong", "bac-giang", "district")
                .area("yen-dung", "bac-giang", "district")
                .target("drive", "son-dong", 2 * STATEMENTS)
                .target("drive", "yen-dung", 10);
    }

    private static List<Statement> statements(String areaId, LocalDate day, Instant recordedAt) {
        return IntStream.range(0, STATEMENTS)
                .mapToObj(i -> aStatement()
                        .by(areaId + day + i)
                        .in(areaId)
                        .on(day)
                        .recordedAt(recordedAt.toString())
                        .build())
                .toList();
    }

    private static void send(Connection connection, List<Statement> statements) {
        try (EnrollmentPublisher publisher =
                new EnrollmentPublisher(new PublisherSettings(connection, PATIENCE), InstantSource.system())) {
            statements.stream()
                    .map(publisher::send)
                    .toList()
                    .forEach(sent -> sent.toCompletableFuture().join());
        }
    }
}
