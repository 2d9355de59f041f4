package io.muster.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.board.RecordedBoard;
import io.muster.board.ViewException;
import io.muster.board.ViewStatus;
import io.muster.domain.tally.CountingState;
import io.muster.schema.EnrollmentStatus;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest {

    private static final String CAMPAIGN = "/api/campaigns/drive";

    private final RecordedBoard board = RecordedBoard.withSomePeople();
    private final RunningDashboard dashboard = new RunningDashboard(board);

    @AfterEach
    void stop() {
        dashboard.close();
    }

    @Test
    void shouldReturnTheProgressOfACampaign() throws Exception {
        JsonNode campaign = get(CAMPAIGN);

        assertThat(campaign.get("asOfDay").asText()).isEqualTo("2023-05-18");
        assertThat(campaign.get("computedAt").asText()).isEqualTo("2023-05-18T10:30:00Z");
        assertThat(campaign.get("daysLeft").asLong()).isEqualTo(14);
        assertThat(campaign.get("stock").asLong()).isEqualTo(1_008);
        assertThat(campaign.get("root").get("enrolled").asLong()).isEqualTo(8);
        assertThat(campaign.get("root").get("attainmentPercent").asDouble()).isEqualTo(8);
        assertThat(campaign.get("levels")).extracting(JsonNode::asText).containsExactly("district", "commune");
        assertThat(campaign.get("completed").findValuesAsText("level")).containsExactly("district");
        assertThat(campaign.at("/completed/0/count").asInt()).isEqualTo(1);
        assertThat(campaign.at("/completed/0/first").findValuesAsText("areaId")).containsExactly("yen-dung");
    }

    @Test
    void shouldReturnTheProgressAndPathOfAnArea() throws Exception {
        JsonNode area = get(CAMPAIGN + "/areas/nham-bien");

        assertThat(area.get("names").get("vi").asText()).isEqualTo("Nham Biền");
        assertThat(area.get("recentDays")).extracting(JsonNode::asLong).containsExactly(1L, 1L, 0L, 0L, 0L, 0L, 0L);
        assertThat(area.get("path").findValuesAsText("areaId")).containsExactly("bac-giang", "yen-dung", "nham-bien");
        assertThat(area.get("hasChildren").asBoolean()).isFalse();
        assertThat(area.get("target").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "level=district, luc-ngan yen-dung",
        "parent=yen-dung, nham-bien tan-lieu",
        "level=district&sort=rate, yen-dung luc-ngan",
        "level=district&sort=-rate, luc-ngan yen-dung",
        "level=district&sort=gap, luc-ngan yen-dung",
        "level=district&sort=name, luc-ngan yen-dung",
        "level=district&sort=-name, yen-dung luc-ngan",
        "q=NHAM%20bien, nham-bien",
        "q=li%E1%BB%85u, tan-lieu",
        "status=COMPLETED, yen-dung",
        "level=village, ''",
    })
    void shouldFindAndSortAreas(String query, String ids) throws Exception {
        List<String> found = get(CAMPAIGN + "/areas?" + query).get("areas").findValuesAsText("areaId");

        assertThat(String.join(" ", found)).isEqualTo(ids);
    }

    @Test
    void shouldListEveryDayOfTheCampaignUpToToday() throws Exception {
        JsonNode days = get(CAMPAIGN + "/areas/luc-ngan/days");

        assertThat(days.get("days")).hasSize(18);
        assertThat(days.get("days").get(17).get("cumulative").asLong()).isEqualTo(4);
        assertThat(days.get("days").get(12).get("mean7").asDouble()).isEqualTo(0.57);
        assertThat(days.get("plan")).hasSize(32);
        assertThat(days.get("plan").get(0).get("planned").asDouble()).isZero();
        assertThat(days.get("plan").get(31).get("planned").asDouble()).isEqualTo(40);
    }

    @Test
    void shouldCountTheCorrectionsOfADayForEveryAffectedArea() throws Exception {
        board.correct("nham-bien", "chu", EnrollmentStatus.ENROLLED);
        board.correct("nham-bien", "tan-lieu", EnrollmentStatus.ENROLLED);
        board.correct("chu", "chu", EnrollmentStatus.WITHDRAWN);

        assertThat(corrections("bac-giang")).isEqualTo("moved 0 0 2, withdrawn 1, net -1");
        assertThat(corrections("yen-dung")).isEqualTo("moved 0 1 1, withdrawn 0, net -1");
        assertThat(corrections("luc-ngan")).isEqualTo("moved 1 0 0, withdrawn 1, net 0");
        assertThat(get(CAMPAIGN).get("corrections").get("net").asLong()).isEqualTo(-1);
    }

    @Test
    void shouldReportAreaMoves() throws Exception {
        board.move();

        JsonNode told = get(CAMPAIGN + "/areas/luc-ngan/corrections").path("treeChanges");
        assertThat(told).hasSize(1);
        assertThat(told.at("/0/date").asText()).as("in the campaign's zone").isEqualTo("2023-05-18");
        assertThat(told.at("/0/from").asText()).isEqualTo("luc-ngan");
        assertThat(told.at("/0/to").asText()).isEqualTo("yen-dung");
        assertThat(told.at("/0/moved/0").asText()).isEqualTo("tan-lieu");
        assertThat(told.at("/0/net").asLong()).isEqualTo(-1);
        assertThat(get(CAMPAIGN + "/areas/yen-dung/corrections")
                        .at("/treeChanges/0/net")
                        .asLong())
                .isEqualTo(1);
        assertThat(get(CAMPAIGN + "/areas/tan-lieu/corrections")
                        .at("/treeChanges/0/net")
                        .asLong())
                .isZero();
        assertThat(get(CAMPAIGN + "/areas/bac-giang/corrections").path("treeChanges"))
                .isEmpty();
    }

    private String corrections(String areaId) throws Exception {
        JsonNode day =
                get(CAMPAIGN + "/areas/" + areaId + "/corrections").get("days").get(0);
        assertThat(day.get("date").asText()).isEqualTo("2023-05-18");
        return "moved " + day.get("movedIn") + " " + day.get("movedOut") + " " + day.get("movedWithin") + ", withdrawn "
                + day.get("withdrawn") + ", net " + day.get("net");
    }

    @Test
    void shouldReturnAListAsCsv() throws Exception {
        HttpResponse<String> answer = dashboard.send(
                dashboard.request(CAMPAIGN + "/areas?level=district").header("Accept", "text/csv"));

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(answer.body().lines().map(line -> String.join(" ", first(line, 5))))
                .containsExactly(
                        "areaId name parentId level kind",
                        "luc-ngan Lục Ngạn bac-giang district district",
                        "yen-dung Yên Dũng bac-giang district district");
    }

    private static List<String> first(String line, int count) {
        return new ArrayList<>(List.of(line.split(","))).subList(0, count);
    }

    @ParameterizedTest
    @CsvSource({
        "format=text&lang=en, text/plain, new participants",
        "format=text, text/plain, người",
        "format=html&lang=en, text/html, <svg",
        "format=csv&lang=en, text/csv, luc-ngan",
        "as-of=2023-05-12, application/json, 2023-05-12",
    })
    void shouldReturnTheBulletinInTheRequestedFormat(String query, String type, String part) throws Exception {
        HttpResponse<String> answer = dashboard.get(CAMPAIGN + "/report?" + query);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(is -> assertThat(is).startsWith(type));
        assertThat(answer.body()).contains(part);
    }

    @Test
    void shouldAllowOnlyTheOwnStylesOfTheBulletin() throws Exception {
        HttpResponse<String> answer = dashboard.send(
                dashboard.request(CAMPAIGN + "/report").header("Accept", "text/html,application/xhtml+xml"));

        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; style-src 'sha256-");
    }

    @ParameterizedTest
    @CsvSource({
        "as-of=tomorrow, is not a date",
        "as-of=2024-01-01, not yet to",
        "level=village, there is no level",
        "lang=fr, write one of"
    })
    void shouldRejectInvalidBulletinRequests(String query, String problem) throws Exception {
        HttpResponse<String> answer = dashboard.get(CAMPAIGN + "/report?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(problem);
    }

    @Test
    void shouldRespondNotModifiedIfNothingChanged() throws Exception {
        String tag = dashboard.get(CAMPAIGN).headers().firstValue("ETag").orElseThrow();

        assertThat(dashboard
                        .send(dashboard.request(CAMPAIGN).header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
        assertThat(dashboard
                        .send(dashboard.request(CAMPAIGN).header("If-None-Match", "\"older\", " + tag))
                        .statusCode())
                .isEqualTo(304);
        board.enroll("new", "chu", "2023-05-13");
        board.publish();
        assertThat(dashboard
                        .send(dashboard.request(CAMPAIGN).header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldStayReadyAndReportTheProblemWhileTheBrokerIsUnavailable() throws Exception {
        board.become(new ViewStatus.Waiting("the broker is unavailable"));

        assertThat(dashboard.get(CAMPAIGN).statusCode()).isEqualTo(200);
        assertThat(dashboard.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/api/status").get("state").asText()).isEqualTo("WAITING");
        assertThat(get("/api/status").get("problem").asText()).isEqualTo("the broker is unavailable");
    }

    @Test
    void shouldReportTheLagOfTheStreamsApplication() throws Exception {
        assertThat(get("/api/status").at("/counting/state").asText()).isEqualTo("UP_TO_DATE");

        board.counting(new CountingState.Behind(1204, Duration.ofSeconds(40)));

        assertThat(get("/api/status").at("/counting/records").asLong()).isEqualTo(1204);
        assertThat(get("/api/status").at("/counting/behindSeconds").asLong()).isEqualTo(40);
        assertThat(get(CAMPAIGN + "/report").at("/counting/state").asText()).isEqualTo("BEHIND");
        assertThat(dashboard.get("/metrics").body())
                .contains("muster_counting_state{state=\"BEHIND\"} 1.0", "muster_counting_behind_records 1204.0");
        assertThat(dashboard.get("/health/ready").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "html"})
    void shouldReportInTheBulletinThatCountingStopped(String format) throws Exception {
        String report = CAMPAIGN + "/report?lang=en&format=" + format;
        assertThat(dashboard.get(report).body()).doesNotContain("Counting stopped");

        board.counting(new CountingState.Stopped(Instant.parse("2023-05-18T07:05:00Z"), 8, 8));

        assertThat(dashboard.get(report).body()).contains("Counting stopped");
    }

    @Test
    void shouldReportToProbesThatItWaitsForTheRegistry() throws Exception {
        board.become(new ViewStatus.Waiting(ViewException.Problem.REGISTRY, "a page in place of a schema"));

        assertThat(dashboard.get("/health/ready").body())
                .contains("\"state\":\"WAITING_FOR_REGISTRY\"", "\"problem\":\"a page in place of a schema\"");
        assertThat(dashboard.get("/metrics").body()).contains("muster_registry_waiting 1");
        assertThat(get("/api/status").get("state").asText()).isEqualTo("WAITING");
    }

    @Test
    void shouldNameTheRemedyForUnknownValues() throws Exception {
        assertThat(dashboard.get(CAMPAIGN + "/areas?sort=size").body())
                .contains("sort=size is not known; write one of count, gap, last7Days, name, rate, today");
        assertThat(dashboard.get("/api/campaigns/nowhere").body())
                .contains("there is no campaign nowhere; see /api/campaigns");
        assertThat(dashboard.get(CAMPAIGN + "/areas?parent=nowhere").statusCode())
                .isEqualTo(404);
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = dashboard.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }
}
