package io.muster.cli.board;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.board.BoardReader;
import io.muster.board.BoardView;
import io.muster.board.Changes.AreaKey;
import io.muster.board.ViewStatus;
import io.muster.cli.Console;
import io.muster.cli.topics.Setup;
import io.muster.cli.topics.TopicLayout;
import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.domain.AreaId;
import io.muster.report.print.ProgressTable.Sort;
import io.muster.report.wording.Language;
import io.muster.sandbox.EmbeddedCluster;
import io.muster.sandbox.EmbeddedCluster.ServedPorts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests {@code report}, {@code watch} and their view on a real broker and registry. */
class BoardOnABrokerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final EmbeddedCluster CLUSTER = new EmbeddedCluster(Optional.empty(), ServedPorts.free());
    private static Connection connection = Connection.to("", "");
    private static Console.Result beforeThereAreTopics = new Console.Result(0, "", "");

    private final Console console = new Console()
            .with("MUSTER_BOOTSTRAP_SERVERS", connection.bootstrapServers())
            .with("MUSTER_SCHEMA_REGISTRY_URL", connection.registryUrl())
            .with("MUSTER_TIMEOUT", "30s");

    @BeforeAll
    static void start() {
        connection = CLUSTER.start();
        beforeThereAreTopics = new Console()
                .with("MUSTER_BOOTSTRAP_SERVERS", connection.bootstrapServers())
                .run("report", "drive");
        new Setup(connection, PATIENCE).run(Topics.all("muster"), TopicLayout.standard());
        try (PublishedDrive drive = new PublishedDrive(connection)) {
            drive.commit(PublishedDrive::definitions);
        }
    }

    @AfterAll
    static void stop() {
        CLUSTER.close();
    }

    @BeforeEach
    void publishTheDrive() {
        try (PublishedDrive drive = new PublishedDrive(connection)) {
            drive.commit(records -> {
                records.day("bac-giang", 487);
                records.day("yen-dung", 318);
                records.day("son-dong", 169);
            });
        }
    }

    @Test
    void shouldReportMissingTopics() {
        assertThat(beforeThereAreTopics.exitCode()).isEqualTo(1);
        assertThat(beforeThereAreTopics.err())
                .contains("muster.daily-counts", "muster.campaigns", "create them with: muster topics");
    }

    @Test
    void shouldReportOnlyCommittedRows() throws IOException {
        try (PublishedDrive drive = new PublishedDrive(connection)) {
            drive.abort(records -> records.day("yen-dung", 999));
        }

        Console.Result english = console.run("report", "drive");
        Console.Result vietnamese = console.run("report", "drive", "--lang", "vi", "--as-of", "2023-05-18");
        JsonNode json = new ObjectMapper()
                .readTree(console.run("report", "drive", "-o", "json").out());

        assertThat(english.exitCode()).isZero();
        assertThat(english.out()).contains("487 new participants, 111.95%", "Yên Dũng 318", "Sơn Động 112.67%");
        assertThat(vietnamese.out()).contains("487 người tham gia mới, đạt 111,95% kế hoạch", "Sơn Động 112,67%");
        assertThat(json.at("/area/enrolled").asLong()).isEqualTo(487);
        assertThat(json.at("/areas/0/areaId").asText()).isEqualTo("yen-dung");
        assertThat(json.at("/areas/0/enrolled").asLong()).isEqualTo(318);
    }

    @Test
    void shouldPrintTheBulletinAsHtmlAndCsv() {
        Console.Result html = console.run("report", "drive", "-o", "html", "--lang", "vi");
        Console.Result csv = console.run("report", "drive", "-o", "csv");

        assertThat(html.exitCode()).isZero();
        assertThat(html.out()).startsWith("<!DOCTYPE html>").contains("lang=\"vi\"", "111,95%", "<svg", "</html>");
        assertThat(csv.exitCode()).isZero();
        assertThat(csv.out()).startsWith("\uFEFFcampaignId,asOfDay,").hasLineCount(3);
        assertThat(console.run("report", "drive", "-o", "pdf").exitCode()).isEqualTo(2);
    }

    @Test
    void shouldListTheKnownCampaignsWhenTheCampaignIsUnknown() {
        for (String command : new String[] {"report", "watch"}) {
            Console.Result result = console.run(command, "drive-2032");

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).contains("there is no campaign drive-2032; defined campaigns: drive");
        }
    }

    @Test
    void shouldPrintOneTableAndExit() {
        Console.Result result = console.run("watch", "drive", "--once", "--sort", "rate");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("487 of 435").containsSubsequence("Sơn Động", "Yên Dũng", "Bắc Giang");
    }

    @Test
    void shouldReportStoppedCountingAtOnceWhenPrintingAndWithinFifteenSecondsWhenLive() throws InterruptedException {
        try (PublishedDrive drive = new PublishedDrive(connection)) {
            drive.commit(records -> records.heartbeat(Instant.now().minus(Duration.ofHours(2))));
            try {
                assertThat(console.run("watch", "drive", "--once").out()).contains("Counting stopped");
                assertThat(console.run("report", "drive").out()).contains("Counting stopped");
                try (BoardView view = BoardView.follow(connection)) {
                    view.readToEnd(PATIENCE);
                    CampaignTable table = new CampaignTable(campaignId("drive"), null, Language.EN, Sort.COUNT, view);
                    await().atMost(Duration.ofSeconds(15))
                            .until(() -> table.summary().orElse("").contains("Counting stopped"));
                    assertThat(table.footer(100)).contains("Counting stopped");
                }

                drive.commit(records -> records.heartbeat(Instant.now()));
                assertThat(console.run("watch", "drive", "--once").out()).doesNotContain("Counting stopped");
            } finally {
                drive.commit(PublishedDrive::removeHeartbeat);
            }
        }
    }

    @Test
    void shouldReportAnUnavailableBrokerInOneLine() {
        for (String command : new String[] {"report", "watch"}) {
            Console.Result result =
                    console.run(command, "drive", "--bootstrap-servers", "127.0.0.1:1", "--timeout", "1s");

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).hasLineCount(1).contains("127.0.0.1:1");
        }
    }

    @Test
    void shouldReportAnUnavailableRegistryInOneLine() {
        Console.Result result = console.run("report", "drive", "--schema-registry-url", "http://127.0.0.1:1");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).hasLineCount(1).contains("schema registry at http://127.0.0.1:1");
    }

    @Test
    void shouldFollowPublishedAndRemovedRows() throws InterruptedException {
        Set<AreaKey> changed = ConcurrentHashMap.newKeySet();
        try (BoardView view = BoardView.follow(connection);
                PublishedDrive drive = new PublishedDrive(connection)) {
            view.readToEnd(PATIENCE);
            assertThat(enrolled(view, "yen-dung")).hasValue(318L);
            assertThat(view.status()).isEqualTo(new ViewStatus.Live());
            view.addListener((board, changes) -> changed.addAll(changes.areas()));

            drive.commit(records -> {
                records.day("yen-dung", 320);
                records.removeDay("son-dong");
            });
            view.readToEnd(PATIENCE);

            assertThat(enrolled(view, "yen-dung")).hasValue(320L);
            assertThat(enrolled(view, "son-dong")).isEmpty();
            assertThat(changed)
                    .containsOnly(
                            new AreaKey(campaignId("drive"), areaId("yen-dung")),
                            new AreaKey(campaignId("drive"), areaId("son-dong")));
        }
    }

    @Test
    void shouldContinueAfterUndecodableRecords() throws InterruptedException {
        try (BoardView view = BoardView.follow(connection);
                PublishedDrive drive = new PublishedDrive(connection)) {
            view.readToEnd(PATIENCE);
            long skippedBefore = view.skipped();

            drive.commit(records -> {
                records.garbage("son-dong");
                records.day("yen-dung", 321);
            });
            view.readToEnd(PATIENCE);

            assertThat(view.skipped()).isEqualTo(skippedBefore + 1);
            assertThat(enrolled(view, "son-dong")).hasValue(169L);
            assertThat(enrolled(view, "yen-dung")).hasValue(321L);
        }
        assertThat(new BoardReader(connection, PATIENCE).board().campaigns()).containsOnlyKeys(campaignId("drive"));
    }

    @Test
    void shouldPrintALineWhenTheTotalChanges() throws InterruptedException {
        StringWriter out = new StringWriter();
        try (BoardView view = BoardView.follow(connection);
                PublishedDrive drive = new PublishedDrive(connection)) {
            view.readToEnd(PATIENCE);
            CampaignTable table = new CampaignTable(campaignId("drive"), null, Language.EN, Sort.COUNT, view);
            Thread watching = new Thread(() -> watch(view, table, new PrintWriter(out, true)));
            watching.start();
            await().until(() -> watching.getState() == Thread.State.TIMED_WAITING);

            drive.commit(records -> records.day("bac-giang", 490));

            await().atMost(PATIENCE).until(() -> out.toString().contains("490 of 435"));
            watching.interrupt();
            watching.join();
            assertThat(out.toString()).hasLineCount(1);
        }
    }

    private static void watch(BoardView view, CampaignTable table, PrintWriter out) {
        try {
            new PlainUpdates(view, table, out).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Long> enrolled(BoardView view, String areaId) {
        return Optional.ofNullable(view.board().campaigns().get(campaignId("drive")))
                .flatMap(drive -> Optional.ofNullable(drive.areas().get(new AreaId(areaId))))
                .flatMap(area -> Optional.ofNullable(area.days().get(PublishedDrive.DAY)))
                .map(day -> day.row().enrolled());
    }
}
