package io.muster.gateway;

import static io.muster.gateway.RunningGateway.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.muster.domain.participant.ParticipantKey;
import io.muster.domain.participant.ParticipantRef;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Personal data is sent to the topic and appears nowhere else. Identity numbers are not sent at all. */
class PrivacyTest {

    private static final String NUMBER = "024123456789";
    private static final ParticipantKey KEY = ParticipantKey.of(new byte[32]);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.muster");
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        log.start();
        root.addAppender(log);
        ours.setLevel(Level.DEBUG);
        gateway = RunningGateway.start(RunningGateway.LIMITS, Optional.of(KEY));
    }

    @AfterEach
    void stop() {
        gateway.close();
        root.detachAppender(log);
        ours.setLevel(null);
    }

    @Test
    void shouldReplaceIdentityNumbersBeforeSending() throws Exception {
        String body = statement("x").replace("\"participantRef\":\"x\"", "\"identityNumber\":\"024 1234 56789\"");

        assertThat(gateway.send(gateway.post(gateway.key(), "application/json", body))
                        .statusCode())
                .isEqualTo(202);

        assertThat(gateway.topic())
                .singleElement()
                .satisfies(sent -> assertThat(sent.participantRef()).isEqualTo(ParticipantRef.of(NUMBER, KEY)));
        assertThat(gateway.topic().toString()).doesNotContain(NUMBER);
    }

    @Test
    void shouldNotExposeIdentityNumbersInErrorsLogsOrMetrics() throws Exception {
        String[] bodies = {
            "{\"identityNumber\":\"" + NUMBER + "",
            "{\"identityNumber\":" + NUMBER + "x}",
            "{\"identityNumber\":\"" + NUMBER + "/\"}",
            "{\"identityNumber\":[\"" + NUMBER + "\"]}",
            "{\"" + NUMBER + "\":1,\"" + NUMBER + "\":2}",
            "{\"identityNumber\":\"" + NUMBER + "\",\"identityNumber\":\"" + NUMBER + "\"}",
            NUMBER + "," + NUMBER
        };
        for (String body : bodies) {
            for (String type :
                    new String[] {"application/json", "application/x-ndjson", "application/cloudevents+json"}) {
                HttpResponse<String> answer = gateway.send(gateway.post(gateway.key(), type, body));

                assertThat(answer.statusCode()).as(body).isEqualTo(400);
                assertThat(answer.body()).as(body).doesNotContain(NUMBER);
            }
        }
        gateway.send(gateway.request("/v1/enrollments/" + NUMBER + "?who=" + NUMBER));

        awaitLines(bodies.length * 3 + 1);
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(line -> line.contains(NUMBER));
        assertThat(gateway.send(gateway.request("/metrics")).body()).doesNotContain(NUMBER);
    }

    @Test
    void shouldLogRequestsWithoutPersonalData() throws Exception {
        gateway.send(gateway.post(gateway.key(), "application/x-ndjson", statement("somebody") + "\n7"));
        gateway.send(gateway.request("/nowhere/somebody?who=somebody"));

        awaitLines(2);
        String keyId = gateway.keysFile().read().get(0).id();
        assertThat(lines())
                .anyMatch(line -> line.matches("POST /v1/enrollments 202 \\d+B \\d+ms key=" + keyId + " records=2"));
        assertThat(lines()).anyMatch(line -> line.matches("GET \\(other\\) 404 0B \\d+ms key=- records=-"));
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("somebody"));
    }

    private List<String> lines() {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLoggerName().equals("io.muster.gateway.access"))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private void awaitLines(int count) {
        await().atMost(Duration.ofSeconds(10)).until(() -> lines().size() >= count);
    }
}
