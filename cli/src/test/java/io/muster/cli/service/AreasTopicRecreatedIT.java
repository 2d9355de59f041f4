package io.muster.cli.service;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.areaIds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.board.Board;
import io.muster.board.BoardView;
import io.muster.board.ViewStatus;
import io.muster.cli.topics.Setup;
import io.muster.cli.topics.TopicLayout;
import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.domain.AreaId;
import io.muster.gateway.auth.AreaFeed;
import io.muster.gateway.auth.AreaLocations.Place;
import io.muster.http.loop.Loops;
import io.muster.sandbox.EmbeddedCluster;
import io.muster.sandbox.EmbeddedCluster.ServedPorts;
import io.muster.schema.Area;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code muster.areas} is deleted and recreated while a gateway and a dashboard follow it. */
class AreasTopicRecreatedIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String AREAS = Topics.AREAS.name();
    private static final Set<AreaId> PROVINCE = Set.of(new AreaId("bac-giang"));

    @Test
    void shouldFollowTheTopicWhenItIsRecreated() throws Exception {
        try (EmbeddedCluster cluster = new EmbeddedCluster(Optional.empty(), ServedPorts.free())) {
            Connection connection = cluster.start();
            new Setup(connection, LIMIT).run(Topics.all("muster"), TopicLayout.standard());
            Loops loops = new Loops();
            try (Admin admin = Admin.create(connection.clientSettings());
                    AreaFeed feed = new AreaFeed(connection, loops);
                    BoardView view = BoardView.follow(connection, Set.of(), loops)) {
                publish(connection, "bac-giang", null);
                publish(connection, "yen-dung", "bac-giang");
                publish(connection, "gone", "bac-giang");
                await().atMost(LIMIT).until(() -> isReady(feed) && place(feed, "gone") == Place.WITHIN);
                await().atMost(LIMIT).until(() -> view.board().areas().containsKey(areaId("gone")));
                Board before = view.board();

                delete(admin);
                awaitProblem(feed, view);
                assertThat(place(feed, "yen-dung")).isEqualTo(Place.WITHIN);

                // another number of partitions, with offsets out of range
                make(admin, 3);
                publish(connection, "bac-giang", null);
                await().atMost(LIMIT).until(() -> isReady(feed) && place(feed, "yen-dung") == Place.UNKNOWN);
                await().atMost(LIMIT).until(() -> view.board().areas().keySet().equals(PROVINCE));
                assertThat(before.position().isWithin(view.board().position())).isFalse();

                publish(connection, "old", "bac-giang");
                await().atMost(LIMIT).until(() -> place(feed, "old") == Place.WITHIN);
                await().atMost(LIMIT).until(() -> view.board().areas().containsKey(areaId("old")));

                // the same number of partitions, each longer than before: offsets do not reveal the new topic
                delete(admin);
                make(admin, 3);
                fill(connection, 3);
                publish(connection, "bac-giang", null);
                publish(connection, "new", "bac-giang");
                publish(connection, "hue", null);
                await().atMost(LIMIT).until(() -> isReady(feed) && place(feed, "new") == Place.WITHIN);
                await().atMost(LIMIT)
                        .untilAsserted(() ->
                                assertThat(view.board().areas()).containsOnlyKeys(areaIds("bac-giang", "new", "hue")));
                await().atMost(LIMIT).until(() -> isReady(feed) && place(feed, "old") == Place.UNKNOWN);
                assertThat(view.status()).isInstanceOf(ViewStatus.Live.class);
                assertThat(loops.failing()).isEmpty();
                assertThat(loops.death()).isEmpty();
            }
        }
    }

    private static void awaitProblem(AreaFeed feed, BoardView view) {
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(feed.health().ok()).isFalse();
            assertThat(feed.health().state()).isEqualTo("WAITING_FOR_TOPIC");
            assertThat(feed.health().problem())
                    .startsWith("the topic muster.areas is missing; create it with: muster topics");
            assertThat(view.status())
                    .isInstanceOfSatisfying(
                            ViewStatus.Waiting.class,
                            waiting -> assertThat(waiting.description())
                                    .startsWith("the topic muster.areas is missing; create it with: muster topics"));
        });
    }

    private static void delete(Admin admin) throws Exception {
        admin.deleteTopics(List.of(AREAS)).all().get();
        await().atMost(LIMIT).until(() -> !admin.listTopics().names().get().contains(AREAS));
    }

    private static void make(Admin admin, int partitions) throws Exception {
        admin.createTopics(List.of(
                        new NewTopic(AREAS, partitions, (short) 1).configs(Map.of("cleanup.policy", "compact"))))
                .all()
                .get();
    }

    private static boolean isReady(AreaFeed feed) {
        return feed.health().ok();
    }

    private static Place place(AreaFeed feed, String area) {
        return feed.tree().place(new AreaId(area), PROVINCE);
    }

    /** Makes each partition longer than before, with records that have no effect. */
    private static void fill(Connection connection, int partitions) throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(connection.clientSettings(), new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < 10 * partitions; i++) {
                producer.send(new ProducerRecord<>(AREAS, i % partitions, "no-area", null))
                        .get();
            }
        }
    }

    private static void publish(Connection connection, String id, @Nullable String parent) throws Exception {
        try (KafkaProducer<String, Area> producer = new KafkaProducer<>(
                connection.clientSettings(),
                new StringSerializer(),
                connection.serdes().serializer(Topics.AREAS))) {
            Area area = new Area(parent, "district", "district", Map.of("vi", id), null, null, List.of());
            producer.send(new ProducerRecord<>(AREAS, id, area)).get();
        }
    }
}
