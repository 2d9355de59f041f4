package io.muster.cli.board;

import static io.muster.cli.board.PublishedDrive.placement;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static io.muster.schema.EnrollmentStatus.ENROLLED;
import static io.muster.schema.EnrollmentStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.board.BoardReader;
import io.muster.board.BoardWithCertifiedCounts;
import io.muster.cli.Console;
import io.muster.cli.topics.Setup;
import io.muster.cli.topics.TopicLayout;
import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.domain.AreaId;
import io.muster.sandbox.EmbeddedCluster;
import io.muster.sandbox.EmbeddedCluster.ServedPorts;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests {@code explain} and {@code certify} on a real broker and registry. */
class ExplainAndCertifyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final EmbeddedCluster CLUSTER = new EmbeddedCluster(Optional.empty(), ServedPorts.free());
    private static Connection connection = Connection.to("", "");

    private final Console console = new Console()
            .with("MUSTER_BOOTSTRAP_SERVERS", connection.bootstrapServers())
            .with("MUSTER_SCHEMA_REGISTRY_URL", connection.registryUrl())
            .with("MUSTER_TIMEOUT", "30s");

    @BeforeAll
    static void publishADrive() {
        connection = CLUSTER.start();
        new Setup(connection, PATIENCE).run(Topics.all("muster"), TopicLayout.standard());
        try (PublishedDrive drive = new PublishedDrive(connection)) {
            drive.commit(records -> {
                records.definitions();
                records.day("bac-giang", 3);
                records.day("yen-dung", 2);
                records.correction("secret-1", placement(ENROLLED, "yen-dung"), placement(ENROLLED, "son-dong"));
                records.correction("secret-2", placement(ENROLLED, "son-dong"), placement(WITHDRAWN, "son-dong"));
            });
            drive.commit(records -> {
                records.lost("secret-4", placement(WITHDRAWN, "yen-dung"), placement(ENROLLED, "yen-dung", 480));
                records.lost("secret-4", placement(WITHDRAWN, "yen-dung"), placement(ENROLLED, "yen-dung", 480));
                records.lost("secret-5", placement(ENROLLED, "son-dong", 9), placement(WITHDRAWN, "son-dong", 10));
            });
            drive.commit(records ->
                    records.correction("secret-1", placement(ENROLLED, "yen-dung"), placement(ENROLLED, "son-dong")));
            drive.abort(records ->
                    records.correction("secret-3", placement(ENROLLED, "yen-dung"), placement(WITHDRAWN, "yen-dung")));
        }
    }

    @AfterAll
    static void stop() {
        CLUSTER.close();
    }

    @Test
    void shouldListEachCorrectionOnceWithoutNamingPersons() throws IOException {
        Console.Result text = console.run("explain", "drive", "yen-dung", "--lang", "vi");
        JsonNode json = new ObjectMapper()
                .readTree(console.run("explain", "drive", "yen-dung", "-o", "json")
                        .out());

        assertThat(text.exitCode()).isZero();
        assertThat(text.out())
                .contains("Tổng cộng: 1 chuyển đi, 0 thôi tham gia, 0 chuyển đến, 0 đổi ngày, 0 cho thôi ở nơi khác.");
        assertThat(json.at("/enrolled").asLong()).isEqualTo(2);
        assertThat(json.at("/corrections")).hasSize(1);
        assertThat(json.at("/corrections/0/kind").asText()).isEqualTo("MOVED_AWAY");
        assertThat(text.out() + json).doesNotContain("secret");
    }

    @Test
    void shouldListAStatementThatLostToAFastClockOnceWithoutNamingPersons() throws IOException {
        Console.Result text = console.run("explain", "drive", "yen-dung", "--lang", "en");
        JsonNode json = new ObjectMapper()
                .readTree(console.run("explain", "drive", "yen-dung", "-o", "json")
                        .out());

        assertThat(text.out())
                .contains("lost: withdrawn for Yên Dũng (yen-dung), 18 May; counted instead: enrolled for Yên Dũng")
                .contains("recorded 19 May 2023 01:30:00, 8 h ahead of its arrival");
        assertThat(json.at("/lost")).hasSize(1);
        assertThat(json.at("/lost/0/lost/status").asText()).isEqualTo("WITHDRAWN");
        assertThat(json.at("/lost/0/standing/recordedAheadMinutes").asInt()).isEqualTo(480);
        assertThat(json.at("/madeElsewhere/0/source").asText()).isEqualTo("office");
        assertThat(text.out() + json).doesNotContain("secret");
    }

    @Test
    void shouldExplainADayWithoutStatements() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(console.run("explain", "drive", "yen-dung", "--day", "2023-05-02", "-o", "json")
                        .out());

        assertThat(json.at("/day").asText()).isEqualTo("2023-05-02");
        assertThat(json.at("/enrolled").asLong()).isZero();
        assertThat(json.at("/corrections")).isEmpty();
    }

    @Test
    void shouldListTheCorrectionsOfTheDayInTheBulletin() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(console.run("report", "drive", "-o", "json").out());
        Console.Result since = console.run("report", "drive", "--since", "2023-05-15");
        Console.Result notBefore = console.run("report", "drive", "--since", "2023-05-18");

        assertThat(json.at("/corrections/from").asText()).isEqualTo("2023-05-18");
        assertThat(json.at("/corrections/moved").asInt()).isEqualTo(1);
        assertThat(json.at("/corrections/withdrawn").asInt()).isEqualTo(1);
        assertThat(json.at("/corrections/net").asInt()).isEqualTo(-1);
        assertThat(since.out())
                .contains("Corrections from 16 to 18 May 2023: 1 moved to another area (of any level), 1"
                        + " withdrawn; the total fell by 1.")
                .contains("Change by area: Yên Dũng -1.");
        assertThat(notBefore.exitCode()).isEqualTo(1);
        assertThat(notBefore.err()).contains("must be before 2023-05-18, but is 2023-05-18");
    }

    @Test
    void shouldFailForAnUnknownCampaignAreaOrDay() {
        assertFailed("there is no campaign drive-2", "explain", "drive-2", "yen-dung");
        assertFailed("there is no area nowhere", "explain", "drive", "nowhere");
        assertFailed("there is no campaign drive-2", "certify", "drive-2", "--through", "2023-05-18");
        assertFailed("2023-06-01 is not a day of drive", "certify", "drive", "--through", "2023-06-01");
    }

    private void assertFailed(String message, String... arguments) {
        Console.Result result = console.run(arguments);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).hasLineCount(1).contains(message);
    }

    @Test
    void shouldCertifyADayTwiceOnlyWithAgain() throws IOException {
        String[] certify = {"certify", "drive", "--through", "2023-05-18", "--by", "press office"};

        Console.Result dry = console.run(with(certify, "--dry-run"));
        assertThat(dry.out())
                .contains("2023-05-18: 3", "would certify of drive, days: 18")
                .endsWith("press office\n");
        assertThat(certified()).isEmpty();

        JsonNode done = new ObjectMapper()
                .readTree(console.run(with(certify, "-o", "json")).out());
        assertThat(done.at("/published").asBoolean()).isTrue();
        assertThat(done.at("/areas").asInt()).isEqualTo(2);
        assertThat(done.at("/counts").asInt()).isEqualTo(36);
        assertThat(done.at("/enrolled").asLong()).isEqualTo(3);
        assertThat(certified()).containsEntry(areaId("bac-giang"), 3L).containsEntry(areaId("yen-dung"), 2L);

        Console.Result twice = console.run(certify);
        assertThat(twice.exitCode()).isEqualTo(1);
        assertThat(twice.err()).contains("certified through 2023-05-18 already", "--again");
        assertThat(console.run(with(certify, "--again")).out()).contains("certified of drive, days: 18");
        assertThat(console.run("certify", "drive", "--through", "2023-05-20").err())
                .contains("note: days certified before and kept: 18");
    }

    private static String[] with(String[] command, String... more) {
        String[] all = Arrays.copyOf(command, command.length + more.length);
        System.arraycopy(more, 0, all, command.length, more.length);
        return all;
    }

    /** The certified counts of a day, by area. */
    private static Map<AreaId, Long> certified() {
        BoardWithCertifiedCounts told = new BoardReader(connection, PATIENCE).withCertified(campaignId("drive"));
        Map<AreaId, Long> ofDay = new HashMap<>();
        told.certified().forEach((areaId, days) -> ofDay.put(areaId, days.get(PublishedDrive.DAY)));
        return ofDay;
    }
}
