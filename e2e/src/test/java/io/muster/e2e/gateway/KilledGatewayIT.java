package io.muster.e2e.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.e2e.TopicReader;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.process.Counting;
import io.muster.e2e.process.GatewayInstance;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.ShortSessions;
import io.muster.e2e.process.StreamsInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway is stopped while it handles requests: once with kill -9, once with SIGTERM. */
class KilledGatewayIT {

    private static final Logger LOG = LoggerFactory.getLogger(KilledGatewayIT.class);
    private static final int KILLS = 4;
    private static final int ANSWERS_BETWEEN = 60;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void shouldLoseNoAcceptedStatementAndCountNoneTwice() throws Exception {
        try (Backend backend = new EmbeddedBackend()) {
            Connection connection = backend.connection();
            HttpOffice.prepare(connection);
            Launcher muster = Launcher.in(folder).connectedTo(connection);
            Path keys = folder.resolve("keys.json");
            HttpOffice office =
                    new HttpOffice(GatewayInstance.addKey(muster, keys, HttpOffice.SOURCE, HttpOffice.AREA));

            Set<UUID> accepted = new HashSet<>();
            Set<UUID> unanswered = new HashSet<>();
            for (int kill = 0; kill < KILLS; kill++) {
                try (GatewayInstance gateway = GatewayInstance.start(muster, keys, "--rate=100000");
                        Senders senders = new Senders(office, gateway.enrollments())) {
                    await().atMost(LIMIT)
                            .pollInterval(Duration.ofMillis(5))
                            .until(() -> senders.answers() >= ANSWERS_BETWEEN);
                    gateway.process().kill();
                    senders.awaitEnd();
                    accepted.addAll(senders.accepted());
                    unanswered.addAll(senders.unanswered());
                }
            }
            Set<UUID> before = eventIds(connection);
            assertThat(before).containsAll(accepted);
            long arrivedUnanswered =
                    unanswered.stream().filter(before::contains).count();

            try (GatewayInstance gateway = GatewayInstance.start(muster, keys, "--rate=100000")) {
                for (List<UUID> batch : Senders.batches(unanswered)) {
                    assertThat(office.post(gateway.enrollments(), Senders.body(batch))
                                    .statusCode())
                            .isEqualTo(202);
                }
                gateway.process().terminate();
                assertThat(gateway.process().awaitEnd(Duration.ofSeconds(30))).isZero();
            }
            Set<UUID> sent = new HashSet<>(accepted);
            sent.addAll(unanswered);
            assertThat(eventIds(connection)).isEqualTo(sent);
            assertThat(counted(muster, connection)).isEqualTo(sent.size());
            LOG.warn(
                    "{} kills: {} statements answered 202, all on the topic; {} not answered, {} of them on the"
                            + " topic all the"
                            + " same; after sending those again {} participants counted, none lost and none twice",
                    KILLS,
                    accepted.size(),
                    unanswered.size(),
                    arrivedUnanswered,
                    sent.size());
            assertThat(unanswered).isNotEmpty();
        }
    }

    @Test
    void shouldAnswerPendingRequestsOnShutdown() throws Exception {
        try (Backend backend = new EmbeddedBackend()) {
            Connection connection = backend.connection();
            HttpOffice.prepare(connection);
            Launcher muster = Launcher.in(folder).connectedTo(connection);
            Path keys = folder.resolve("keys.json");
            HttpOffice office =
                    new HttpOffice(GatewayInstance.addKey(muster, keys, HttpOffice.SOURCE, HttpOffice.AREA));
            UUID begun = UUID.randomUUID();
            String body = HttpOffice.statement(begun);
            Senders senders;
            try (GatewayInstance gateway = GatewayInstance.start(muster, keys, "--rate=100000");
                    RawConnection half = new RawConnection(gateway.port())) {
                senders = new Senders(office, gateway.enrollments());
                half.write(office.head("Content-Length: " + body.length()) + body.substring(0, 10));
                await().atMost(LIMIT).until(() -> senders.answers() >= ANSWERS_BETWEEN);

                gateway.process().terminate();
                await().atMost(LIMIT)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> !RawConnection.isTaken(gateway.port()));
                half.write(body.substring(10));

                assertThat(half.readHead()).startsWith("HTTP/1.1 202 ");
                assertThat(gateway.process().awaitEnd(Duration.ofSeconds(60))).isZero();
            }
            senders.awaitEnd();
            assertThat(eventIds(connection)).contains(begun).containsAll(senders.accepted());
        }
    }

    /** Number of people enrolled according to {@code muster streams}. Every statement is about another person. */
    private long counted(Launcher muster, Connection connection) throws Exception {
        try (StreamsInstance streams = StreamsInstance.start(muster, folder.resolve("state"), ShortSessions.and())) {
            new Counting(connection, "muster", List.of(streams)).awaitEverything();
        }
        GenericRecord campaign = Objects.requireNonNull(
                new TopicReader(connection).latest(Topics.CAMPAIGN_PROGRESS).get(HttpOffice.CAMPAIGN), "no row");
        return (Long) ((GenericRecord) campaign.get("progress")).get("enrolled");
    }

    private static Set<UUID> eventIds(Connection connection) {
        Set<UUID> ids = new HashSet<>();
        new TopicReader(connection)
                .records(Topics.ENROLLMENTS)
                .forEach(record -> ids.add(UUID.fromString(
                        ((GenericRecord) record.value()).get("eventId").toString())));
        return ids;
    }
}
