package io.muster.e2e.notifier;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;

import io.muster.cli.topics.Setup;
import io.muster.cli.topics.TopicLayout;
import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.domain.fixture.ReferencesBuilder;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.sample.ReferenceSender;
import java.time.Duration;
import java.util.stream.IntStream;

/** Reference data: a campaign in a province with numbered districts. */
final class Districts {

    private Districts() {}

    /** Creates the topics and publishes the reference data. */
    static Connection on(Backend backend, int count) {
        Connection connection = backend.connection();
        new Setup(connection, Duration.ofSeconds(30)).run(Topics.all("muster"), TopicLayout.standard());
        ReferencesBuilder references = someReferences()
                .campaign(AlertPublisher.CAMPAIGN, "2023-05-01", "2023-05-31", "province")
                .area("province", null, "province");
        IntStream.range(0, count).forEach(number -> references.area(id(number), "province", "district"));
        new ReferenceSender(connection).become(references.build());
        return connection;
    }

    static String id(int number) {
        return "district-" + number;
    }
}
