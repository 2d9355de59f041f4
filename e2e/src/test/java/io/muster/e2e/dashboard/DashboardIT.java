package io.muster.e2e.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.domain.tally.AreaRow;
import io.muster.e2e.PublishedRows;
import io.muster.e2e.process.Counting;
import io.muster.e2e.process.DashboardInstance;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.Sandbox;
import io.muster.e2e.process.ShortSessions;
import io.muster.e2e.process.StreamsInstance;
import io.muster.e2e.sample.Sample;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two dashboards keep showing the published rows despite kills, and a client can switch between them. */
class DashboardIT {

    private static final String CAMPAIGN = "bac-giang-2023";
    private static final String STREAM = "api/stream?campaign=" + CAMPAIGN + "&parent=bac-giang";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void shouldShowThePublishedRowsDespiteKills() throws Exception {
        Sample sample = Sample.read(CAMPAIGN);
        try (Sandbox sandbox = Sandbox.start(Launcher.in(folder), folder.resolve("data"))) {
            Launcher muster = Launcher.in(folder).connectedTo(sandbox.connection());
            muster.succeed("topics");
            muster.succeed("apply", sample.folder().toString());
            try (StreamsInstance streams = StreamsInstance.start(muster, folder.resolve("state"), ShortSessions.and());
                    DashboardInstance one = DashboardInstance.start(muster);
                    DashboardInstance other = DashboardInstance.start(muster)) {
                muster.succeed("send", sample.enrollments().toString());
                new Counting(sandbox.connection(), "muster", List.of(streams)).awaitEverything();
                Map<String, String> published = published(sandbox);
                await().atMost(LIMIT)
                        .untilAsserted(() -> assertThat(answered(one)).isEqualTo(published));
                await().atMost(LIMIT)
                        .untilAsserted(() -> assertThat(answered(other)).isEqualTo(published));
                assertThat(get(one, "api/campaigns/" + CAMPAIGN)
                                .at("/root/enrolled")
                                .asLong())
                        .isEqualTo(1928);
                String last = lastIdOf(one);

                await().atMost(LIMIT)
                        .untilAsserted(() -> assertThat(counting(one)).isEqualTo("UP_TO_DATE"));
                streams.process().kill();
                await().atMost(LIMIT)
                        .untilAsserted(() -> assertThat(counting(one)).isEqualTo("STOPPED"));
                assertThat(muster.succeed("report", CAMPAIGN).out()).contains("Counting stopped");
                assertThat(answered(one)).isEqualTo(published);
                sandbox.kill();
                await().atMost(LIMIT).untilAsserted(() -> assertThat(state(one)).isEqualTo("WAITING"));
                assertThat(one.isReady()).isTrue();
                assertThat(answered(one)).isEqualTo(published);
                one.process().kill();

                sandbox.startAgain();
                await().atMost(LIMIT)
                        .untilAsserted(() -> assertThat(state(other)).isEqualTo("LIVE"));
                try (StreamsInstance again =
                        StreamsInstance.start(muster, folder.resolve("state"), ShortSessions.and())) {
                    muster.succeed("send", oneMore().toString());
                    new Counting(sandbox.connection(), "muster", List.of(again)).awaitEverything();
                    await().atMost(LIMIT)
                            .untilAsserted(() -> assertThat(answered(other)).isEqualTo(published(sandbox)));
                    await().atMost(LIMIT)
                            .untilAsserted(() -> assertThat(counting(other)).isEqualTo("UP_TO_DATE"));
                }
                assertThat(changedSince(last, other))
                        .containsEntry("yen-dung", 319L)
                        .containsEntry("bac-giang", 1929L);
            }
        }
    }

    /** Enrolled, attainment and rank by area, from the topic. */
    private static Map<String, String> published(Sandbox sandbox) {
        Map<String, String> rows = new TreeMap<>();
        for (AreaRow row : PublishedRows.read(sandbox.connection()).areas().values()) {
            rows.put(row.areaId().value(), row.enrolled() + " " + row.attainmentPercent() + " " + row.rankByCount());
        }
        return rows;
    }

    private Map<String, String> answered(DashboardInstance dashboard) throws Exception {
        Map<String, String> rows = new TreeMap<>();
        get(dashboard, "api/campaigns/" + CAMPAIGN + "/areas")
                .get("areas")
                .forEach(area -> rows.put(
                        area.get("areaId").asText(),
                        area.get("enrolled").asText()
                                + " " + area.get("attainmentPercent").asText() + " "
                                + area.get("rankByCount").asText()));
        return rows;
    }

    private String state(DashboardInstance dashboard) throws Exception {
        return get(dashboard, "api/status").get("state").asText();
    }

    private String counting(DashboardInstance dashboard) throws Exception {
        return get(dashboard, "api/status").at("/counting/state").asText();
    }

    private JsonNode get(DashboardInstance dashboard, String path) throws Exception {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(dashboard.at(path)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    /** The id of the first event of changes in a stream. */
    private String lastIdOf(DashboardInstance dashboard) throws Exception {
        try (BufferedReader lines = open(HttpRequest.newBuilder(dashboard.at(STREAM)))) {
            String id = "";
            for (String line = lines.readLine(); !line.equals("event: changes"); line = lines.readLine()) {
                id = line.startsWith("id: ") ? line.substring("id: ".length()) : id;
            }
            return id;
        }
    }

    /** Enrolled by area, from a stream resumed after an event id. */
    private Map<String, Long> changedSince(String id, DashboardInstance dashboard) throws Exception {
        try (BufferedReader lines =
                open(HttpRequest.newBuilder(dashboard.at(STREAM)).header("Last-Event-ID", id))) {
            boolean changes = false;
            for (String line = lines.readLine(); ; line = lines.readLine()) {
                if (changes && line.startsWith("data: ")) {
                    Map<String, Long> enrolled = new TreeMap<>();
                    new ObjectMapper()
                            .readTree(line.substring("data: ".length()))
                            .get("areas")
                            .forEach(area -> enrolled.put(
                                    area.get("areaId").asText(),
                                    area.get("enrolled").asLong()));
                    return enrolled;
                }
                assertThat(line).isNotEqualTo("event: reset");
                changes |= line.equals("event: changes");
            }
        }
    }

    private BufferedReader open(HttpRequest.Builder request) throws Exception {
        HttpResponse<InputStream> stream = http.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
    }

    private Path oneMore() throws Exception {
        return Files.write(
                folder.resolve("one.csv"),
                List.of(
                        "campaignId,participantRef,status,areaId,enrolledOn,recordedAt,source",
                        CAMPAIGN + ",one-more,ENROLLED,yen-dung,2023-05-18,2023-05-18T10:00:00+07:00,office"));
    }
}
