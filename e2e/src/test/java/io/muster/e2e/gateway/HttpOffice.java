package io.muster.e2e.gateway;

import io.muster.cli.topics.Setup;
import io.muster.cli.topics.TopicLayout;
import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.domain.fixture.ReferencesBuilder;
import io.muster.e2e.sample.ReferenceSender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** A registration system that sends statements over HTTP. */
final class HttpOffice {

    static final String SOURCE = "office-1";
    static final String AREA = "province";
    static final String CAMPAIGN = "drive";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(60)).build();
    private final String key;

    HttpOffice(String key) {
        this.key = key;
    }

    /** Creates the topics and publishes the areas. */
    static void prepare(Connection connection) {
        new Setup(connection, Duration.ofSeconds(30)).run(Topics.all("muster"), TopicLayout.standard());
        new ReferenceSender(connection)
                .become(ReferencesBuilder.someReferences()
                        .campaign(CAMPAIGN, "2023-05-01", "2023-05-31", AREA)
                        .area(AREA, null, "province")
                        .area("district", AREA, "district")
                        .build());
    }

    static String statement(UUID eventId) {
        return "{\"eventId\":\"" + eventId + "\",\"campaignId\":\"" + CAMPAIGN + "\",\"participantRef\":\"p-" + eventId
                + "\",\"status\":\"ENROLLED\",\"areaId\":\"district\",\"enrolledOn\":\"2023-05-12\","
                + "\"recordedAt\":\"2023-05-12T09:00:00+07:00\",\"source\":\"" + SOURCE + "\"}";
    }

    HttpResponse<String> post(URI to, String body) throws IOException, InterruptedException {
        return post(to, "application/x-ndjson", body);
    }

    HttpResponse<String> post(URI to, String type, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(to)
                        .timeout(Duration.ofMinutes(2))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The head of a request, to be written to a {@link RawConnection}. */
    String head(String... more) {
        return "POST /v1/enrollments HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + key
                + "\r\nContent-Type: application/x-ndjson\r\n" + String.join("\r\n", more) + "\r\n\r\n";
    }
}
