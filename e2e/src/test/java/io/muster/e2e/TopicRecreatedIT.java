package io.muster.e2e;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.domain.fixture.ReferencesBuilder;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.StreamsInstance;
import io.muster.e2e.sample.ReferenceSender;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A topic of definitions is deleted and recreated while the application counts. */
class TopicRecreatedIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String AREAS = Topics.AREAS.name();

    @TempDir
    private Path folder;

    @Test
    void shouldReportADeletedTopicAndExitOnceItIsRecreatedAndReadItAfterARestart() throws Exception {
        try (Backend backend = new EmbeddedBackend();
                Admin admin = Admin.create(backend.connection().clientSettings())) {
            Connection connection = backend.connection();
            Launcher muster = Launcher.in(folder).connectedTo(connection);
            muster.succeed("topics");
            new ReferenceSender(connection)
                    .become(drive().area("yen-dung", "bac-giang", "district").build());

            try (StreamsInstance instance = StreamsInstance.start(muster, folder.resolve("state"))) {
                instance.awaitReady();
                admin.deleteTopics(List.of(AREAS)).all().get();
                await().atMost(LIMIT).until(() -> instance.health().contains("MISSING_TOPICS"));
                assertThat(instance.health()).contains("lacks the topics " + AREAS, "muster topics");

                muster.succeed("topics");
                new ReferenceSender(connection)
                        .become(drive().area("hiep-hoa", "bac-giang", "district")
                                .build());
                assertThat(instance.process().awaitEnd(LIMIT)).isEqualTo(1);
                assertThat(instance.process().err())
                        .contains("deleted and created again while this instance ran", AREAS, "Restart the instance");
            }

            try (StreamsInstance again = StreamsInstance.start(muster, folder.resolve("state"))) {
                again.awaitReady();
                await().atMost(LIMIT)
                        .untilAsserted(
                                () -> assertThat(PublishedRows.read(connection).areas())
                                        .containsOnlyKeys("drive|bac-giang", "drive|hiep-hoa"));
            }
        }
    }

    private static ReferencesBuilder drive() {
        return someReferences()
                .campaign("drive", "2023-05-01", "2023-05-31", "bac-giang")
                .area("bac-giang", null, "province");
    }
}
