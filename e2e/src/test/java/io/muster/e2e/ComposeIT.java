package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Recount;
import io.muster.domain.oracle.Rows;
import io.muster.e2e.backend.Images;
import io.muster.e2e.process.Compose;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.sample.Sample;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All services in containers, from docker-compose.yml, and commands on this machine. */
class ComposeIT {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String BASE_IMAGE = "eclipse-temurin:17-jre";

    @TempDir
    private Path folder;

    @Test
    void shouldCountStatementsSentFromTheHost() throws Exception {
        Sample sample = Sample.read("bac-giang-2023");
        Rows expected = Recount.of(sample.statements(), sample.references(), AsOf.RECORDED);
        try (Compose compose = Compose.find(folder, List.of(BASE_IMAGE, Images.KAFKA, Images.REGISTRY))) {
            compose.up();
            for (String instance : List.of("streams-1", "streams-2", "gateway", "dashboard")) {
                await().alias(instance)
                        .atMost(LIMIT)
                        .until(() -> compose.health(instance).equals("healthy"));
            }
            Launcher muster = Launcher.in(folder).connectedTo(compose.connection());

            muster.succeed("apply", sample.folder().toString());
            muster.succeed("send", sample.enrollments().toString());

            await().atMost(LIMIT)
                    .untilAsserted(() ->
                            assertThat(PublishedRows.read(compose.connection())).isEqualTo(expected));
            assertThat(muster.succeed("report", "bac-giang-2023").out()).contains("1,928", "58.69%", "1,074");
            assertThat(HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(compose.dashboard().resolve("api/campaigns/bac-giang-2023"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .body())
                    .contains("\"enrolled\":1928");
        }
    }
}
