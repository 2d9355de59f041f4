package io.muster.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.board.RecordedBoard;
import io.muster.domain.fixture.StatementBuilder;
import io.muster.schema.EnrollmentStatus;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which participants the API counts to date, lists separately, or does not count. */
class CountingRulesTest {

    private static final String CAMPAIGN = "/api/campaigns/drive";

    private final RecordedBoard board = RecordedBoard.withSomePeople();
    private final RunningDashboard dashboard = new RunningDashboard(board);

    @AfterEach
    void stop() {
        dashboard.close();
    }

    @Test
    void shouldCountThroughTheAsOfDay() throws Exception {
        board.enroll("ahead", "chu", "2023-05-19");
        board.publish();

        JsonNode days = get(CAMPAIGN + "/areas/luc-ngan/days").get("days");
        JsonNode area = get(CAMPAIGN + "/areas/luc-ngan");

        assertThat(area.get("enrolled").asLong()).isEqualTo(4);
        assertThat(area.get("datedAhead").asLong()).isEqualTo(1);
        assertThat(days).hasSize(19);
        assertThat(days.get(17).get("cumulative").asLong()).isEqualTo(4);
        assertThat(days.get(18).get("ahead").asBoolean()).isTrue();
        assertThat(days.get(18).get("cumulative").isNull()).isTrue();
        assertThat(get(CAMPAIGN).at("/quality/datedAhead").asLong()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"parent=luc-ngan, luc-ngan", "level=commune, bac-giang", "level=district, bac-giang"})
    void shouldAddUpToTheTotalTogetherWithOwnCounts(String query, String whole) throws Exception {
        board.enroll("of the district", "luc-ngan", "2023-05-17");
        board.enroll("of the province", "bac-giang", "2023-05-18");
        board.publish();

        JsonNode list = get(CAMPAIGN + "/areas?" + query);
        JsonNode sum = get(CAMPAIGN + "/areas/" + whole);

        for (String figure : List.of("enrolled", "today", "last7Days")) {
            assertThat(sumOf(list.get("areas"), figure) + sumOf(list.get("own"), figure))
                    .as(figure)
                    .isEqualTo(sum.get(figure).asLong());
        }
        assertThat(list.get("own"))
                .isNotEmpty()
                .allSatisfy(own -> assertThat(own.get("own").asBoolean()).isTrue());
        assertThat(dashboard
                        .get(CAMPAIGN + "/areas?format=csv&" + query)
                        .body()
                        .lines()
                        .filter(line -> line.endsWith(",true")))
                .hasSameSizeAs(list.get("own"));
    }

    private static long sumOf(JsonNode rows, String figure) {
        long sum = 0;
        for (JsonNode row : rows) {
            sum += row.get(figure).asLong();
        }
        return sum;
    }

    @Test
    void shouldListTheIdsOfUnplacedAreas() throws Exception {
        board.enroll("mistyped", "nham-bein", "2023-05-17");
        board.publish();

        assertThat(get(CAMPAIGN).at("/quality/unplacedAreas").toString())
                .isEqualTo("[{\"areaId\":\"nham-bein\",\"enrolled\":1,\"known\":false}]");
    }

    @Test
    void shouldListUndefinedCampaignsLast() throws Exception {
        board.state(new StatementBuilder()
                .forCampaign("a-mistyped-drive")
                .by("p")
                .in("chu")
                .on("2023-05-17"));
        board.publish();

        JsonNode campaigns = get("/api/campaigns").get("campaigns");

        assertThat(campaigns.findValuesAsText("campaignId")).containsExactly("drive", "a-mistyped-drive");
        assertThat(campaigns.findValuesAsText("defined")).containsExactly("true", "false");
    }

    @Test
    void shouldWriteCsvTimesInTheZoneOfTheCampaign() throws Exception {
        assertThat(dashboard.get(CAMPAIGN + "/areas?level=district&format=csv").body())
                .contains(",2023-05-18T17:30:00+07:00,")
                .doesNotContain("Z,");
        assertThat(dashboard.get(CAMPAIGN + "/alerts?format=csv").body())
                .contains("+07:00,")
                .doesNotContain("Z,");
        assertThat(dashboard.get("/api/campaigns?format=csv").body()).contains(",2023-05-18T17:30:00+07:00,");
    }

    @Test
    void shouldCountMovesLikeTheBulletin() throws Exception {
        board.correct("nham-bien", "chu", EnrollmentStatus.ENROLLED);
        board.correct("nham-bien", "tan-lieu", EnrollmentStatus.ENROLLED);

        JsonNode page = get(CAMPAIGN).get("corrections");
        JsonNode bulletin = get(CAMPAIGN + "/report?format=json").get("corrections");

        assertThat(page.get("movedWithin").asLong()).isEqualTo(2);
        assertThat(bulletin.get("moved").asLong()).isEqualTo(2);
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = dashboard.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }
}
