package io.muster.cli.board;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.areaIds;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.board.BoardReader;
import io.muster.cli.Console;
import io.muster.cli.Console.Result;
import io.muster.cli.topics.Setup;
import io.muster.cli.topics.TopicLayout;
import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.domain.reference.References;
import io.muster.sandbox.EmbeddedCluster;
import io.muster.sandbox.EmbeddedCluster.ServedPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Areas move to other parents and definitions are removed, on a real broker and registry. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ReorganisedDriveIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EmbeddedCluster cluster = new EmbeddedCluster(Optional.empty(), ServedPorts.free());
    private Connection connection = Connection.to("", "");

    @TempDir
    private Path folder;

    @BeforeAll
    void publishADrive() {
        connection = cluster.start();
        new Setup(connection, PATIENCE).run(Topics.all("muster"), TopicLayout.standard());
        try (PublishedDrive drive = new PublishedDrive(connection)) {
            drive.commit(records -> {
                records.definitions();
                records.day("bac-giang", 8);
                records.day("yen-dung", 8);
                records.day("son-dong", 6);
            });
        }
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    @Order(1)
    void shouldPrintTheChangesAndPublishNothingWithDryRun() throws IOException {
        Result result = muster("apply", sonDongBelowYenDung(), "--dry-run");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("""
                would publish campaigns: 0, areas: 2, targets: 1
                new: campaigns 0, areas 0, targets 0; changed: campaigns 0, areas 1, targets 1
                area son-dong moves from bac-giang to yen-dung
                target of son-dong in drive goes from 150 to 160
                """);
        assertThat(muster("apply", sonDongBelowYenDung(), "--dry-run").out())
                .as("nothing was published")
                .isEqualTo(result.out());
    }

    @Test
    @Order(2)
    void shouldExplainAnAreaThatMovedToAnotherParent() throws IOException {
        Result applied = muster("apply", sonDongBelowYenDung());
        Result again = muster("apply", sonDongBelowYenDung());

        assertThat(applied.out()).contains("area son-dong moves from bac-giang to yen-dung");
        assertThat(again.out())
                .contains("changed: campaigns 0, areas 0, targets 0")
                .doesNotContain("moves");
        Awaitility.await().untilAsserted(() -> {
            JsonNode told = JSON.readTree(
                    muster("explain", "drive", "yen-dung", "-o", "json").out());
            assertThat(told.path("treeChanges")).hasSize(1);
            assertThat(told.at("/treeChanges/0/from/areaId").asText()).isEqualTo("bac-giang");
            assertThat(told.at("/treeChanges/0/to/areaId").asText()).isEqualTo("yen-dung");
            assertThat(told.at("/treeChanges/0/moved/0/areaId").asText()).isEqualTo("son-dong");
            assertThat(told.at("/treeChanges/0/net").asLong()).isEqualTo(6);
        });
        assertThat(muster("report", "drive").out()).contains("Sơn Động moved from Bắc Giang to Yên Dũng on ", ": +6.");
    }

    @Test
    @Order(3)
    void shouldSuggestTheNearestDefinedId() {
        Result area = muster("remove", "area", "son-don", "--yes");
        Result target = muster("remove", "target", "drive", "yen-dong", "--yes");
        Result campaign = muster("remove", "campaign", "drve", "--yes");

        assertThat(area.exitCode()).isEqualTo(1);
        assertThat(area.err())
                .isEqualTo(
                        "muster remove area: nothing was removed: there is no area son-don; the nearest is son-dong\n");
        assertThat(target.err()).contains("there is no target in drive of yen-dong; the nearest is yen-dung");
        assertThat(campaign.err()).contains("there is no campaign drve; the nearest is drive");
    }

    @Test
    @Order(4)
    void shouldRequireConfirmationWithYesWhenInputIsNotATerminal() {
        Result result = muster("remove", "area", "yen-dung");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEqualTo("""
                area yen-dung
                  areas directly below it that lose their parent: son-dong; areas below it in all: 1
                  drive: people no longer counted: 8
                  its targets stay without effect, in: drive; --with-targets removes them too
                """);
        assertThat(result.err()).contains("nothing was removed", "--yes", "--dry-run");
        assertThat(definitions().areas()).containsKey(areaId("yen-dung"));
    }

    @Test
    @Order(5)
    void shouldRemoveATargetAndAnArea() throws IOException {
        Result target = muster("remove", "target", "drive", "bac-giang", "--yes", "-o", "json");
        Result area = muster("remove", "area", "son-dong", "--yes", "--with-targets");

        JsonNode report = JSON.readTree(target.out());
        assertThat(report.path("removed").asBoolean()).isTrue();
        assertThat(report.at("/change/target/target").asLong()).isEqualTo(435);
        assertThat(area.exitCode()).as(area.err()).isZero();
        assertThat(area.out()).endsWith("removed\n");
        Awaitility.await().untilAsserted(() -> {
            assertThat(definitions().areas()).containsOnlyKeys(areaIds("bac-giang", "yen-dung"));
            assertThat(definitions().targets().get(campaignId("drive"))).containsOnlyKeys(areaId("yen-dung"));
        });
    }

    @Test
    @Order(6)
    void shouldRemoveACampaignWithItsTargets() {
        Result result = muster("remove", "campaign", "drive", "--yes");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("people no longer counted: 8", "targets removed with it: 1");
        Awaitility.await().untilAsserted(() -> {
            assertThat(definitions().campaigns()).isEmpty();
            assertThat(definitions().target(campaignId("drive"), areaId("yen-dung")))
                    .isNull();
        });
    }

    private String sonDongBelowYenDung() throws IOException {
        Files.writeString(folder.resolve("areas.csv"), """
                areaId,parentId,level,kind,name_vi
                yen-dung,bac-giang,district,district,Yên Dũng
                son-dong,yen-dung,district,district,Sơn Động
                """);
        Files.writeString(folder.resolve("targets.csv"), "campaignId,areaId,target\ndrive,son-dong,160\n");
        return folder.toString();
    }

    private References definitions() {
        return new BoardReader(connection, PATIENCE).definitions();
    }

    private Result muster(String... arguments) {
        return new Console()
                .with("MUSTER_BOOTSTRAP_SERVERS", connection.bootstrapServers())
                .with("MUSTER_SCHEMA_REGISTRY_URL", connection.registryUrl())
                .run(arguments);
    }
}
