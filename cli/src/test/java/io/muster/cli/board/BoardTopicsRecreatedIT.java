package io.muster.cli.board;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.board.BoardView;
import io.muster.cli.topics.Setup;
import io.muster.cli.topics.TopicLayout;
import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.sandbox.EmbeddedCluster;
import io.muster.sandbox.EmbeddedCluster.ServedPorts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** The topics that a view follows are deleted and recreated, as after restoring a backup. */
class BoardTopicsRecreatedIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void shouldFollowRecreatedTopics() throws Exception {
        try (EmbeddedCluster cluster = new EmbeddedCluster(Optional.empty(), ServedPorts.free())) {
            Connection connection = cluster.start();
            Setup setup = new Setup(connection, LIMIT);
            setup.run(Topics.all("muster"), TopicLayout.standard());
            try (PublishedDrive drive = new PublishedDrive(connection);
                    Admin admin = Admin.create(connection.clientSettings());
                    BoardView view = BoardView.follow(connection)) {
                drive.commit(PublishedDrive::definitions).commit(PublishedDrive::definitions);
                view.readToEnd(LIMIT);
                assertThat(view.board().campaigns()).containsKey(campaignId("drive"));

                List<String> names =
                        Topics.reference().stream().map(topic -> topic.name()).toList();
                admin.deleteTopics(names).all().get();
                await().atMost(LIMIT)
                        .until(() -> admin.listTopics().names().get().stream().noneMatch(names::contains));
                setup.run(Topics.all("muster"), TopicLayout.standard());
                drive.commit(PublishedDrive::definitions).commit(out -> out.day("yen-dung", 7));

                await().atMost(LIMIT)
                        .untilAsserted(() -> assertThat(view.board().campaigns())
                                .hasEntrySatisfying(
                                        campaignId("drive"),
                                        campaign -> assertThat(campaign.areas()).containsKey(areaId("yen-dung"))));
            }
        }
    }
}
