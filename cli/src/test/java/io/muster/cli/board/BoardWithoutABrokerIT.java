package io.muster.cli.board;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.board.Board;
import io.muster.board.BoardView;
import io.muster.board.ViewStatus;
import io.muster.cli.topics.Setup;
import io.muster.cli.topics.TopicLayout;
import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.sandbox.EmbeddedCluster;
import io.muster.sandbox.EmbeddedCluster.ServedPorts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A view whose broker and registry become unavailable and come back. */
class BoardWithoutABrokerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void shouldKeepTheBoardDuringAnOutageAndContinueAfterIt(@TempDir Path data) throws InterruptedException {
        EmbeddedCluster first = new EmbeddedCluster(Optional.of(data), ServedPorts.free());
        Connection connection = first.start();
        new Setup(connection, PATIENCE).run(Topics.all("muster"), TopicLayout.standard());
        publish(connection, 318);
        try (BoardView view = BoardView.follow(connection)) {
            view.readToEnd(PATIENCE);
            Board before = view.board();

            first.close();
            await().atMost(PATIENCE).until(() -> view.status() instanceof ViewStatus.Waiting);
            assertThat(view.board()).isSameAs(before);

            try (EmbeddedCluster second = new EmbeddedCluster(Optional.of(data), sameAs(connection))) {
                second.start();
                publish(connection, 320);
                await().atMost(PATIENCE).until(() -> enrolled(view) == 320);
                assertThat(view.status()).isEqualTo(new ViewStatus.Live());
            }
        } finally {
            first.close();
        }
    }

    private static ServedPorts sameAs(Connection connection) {
        String broker = connection.bootstrapServers();
        return new ServedPorts(
                Integer.parseInt(broker.substring(broker.lastIndexOf(':') + 1)),
                URI.create(connection.registryUrl()).getPort());
    }

    private static void publish(Connection connection, long enrolled) {
        try (PublishedDrive drive = new PublishedDrive(connection)) {
            drive.commit(records -> {
                records.definitions();
                records.day("yen-dung", enrolled);
            });
        }
    }

    private static long enrolled(BoardView view) {
        return Optional.ofNullable(view.board().campaigns().get(campaignId("drive")))
                .flatMap(drive -> Optional.ofNullable(drive.areas().get(areaId("yen-dung"))))
                .map(area -> area.days().firstEntry().getValue().row().enrolled())
                .orElse(-1L);
    }
}
