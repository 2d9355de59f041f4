package io.muster.dashboard.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.board.RecordedBoard;
import io.muster.board.ViewStatus;
import io.muster.dashboard.http.RunningDashboard;
import io.muster.domain.fixture.StatementBuilder;
import io.muster.domain.tally.CountingState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // reading a body is not interruptible
class StreamTest {

    private static final String STREAM = "/api/stream?campaign=drive";

    private final RecordedBoard board = RecordedBoard.withSomePeople();
    private final RunningDashboard dashboard = new RunningDashboard(board);

    @AfterEach
    void stop() {
        dashboard.close();
    }

    @Test
    void shouldSendOnlyChangedRows() throws Exception {
        try (Events events = begun(STREAM)) {
            board.enroll("new", "nham-bien", "2023-05-13");
            board.publish();

            JsonNode changes = events.next().data();
            assertThat(ids(changes))
                    .contains("bac-giang", "yen-dung", "nham-bien")
                    .doesNotContain("tan-lieu");
            assertThat(area(changes, "yen-dung").get("enrolled").asLong()).isEqualTo(5);
            assertThat(changes.get("campaign").get("root").get("enrolled").asLong())
                    .isEqualTo(9);
        }
    }

    @Test
    void shouldSendOnlyTheRootAndTheChildrenOfTheRequestedParent() throws Exception {
        try (Events events = begun(STREAM + "&parent=bac-giang")) {
            board.enroll("new", "nham-bien", "2023-05-13");
            board.publish();

            assertThat(ids(events.next().data()))
                    .contains("bac-giang", "yen-dung")
                    .doesNotContain("nham-bien");
        }
    }

    @Test
    void shouldResumeABrokenStreamAtAnotherDashboard() throws Exception {
        String last;
        try (Events events = begun(STREAM)) {
            last = events.lastId();
        }
        board.enroll("while away", "chu", "2023-05-13");
        board.publish();
        board.enroll("while away too", "chu", "2023-05-13");
        board.publish();

        try (RunningDashboard other = new RunningDashboard(board);
                Events resumed = Events.of(other.request(STREAM).header("Last-Event-ID", last))) {
            assertThat(resumed.next().name()).isEqualTo("hello");
            assertThat(resumed.lastId()).isEqualTo(last);
            JsonNode changes = resumed.next().data();
            assertThat(ids(changes)).doesNotHaveDuplicates().contains("bac-giang", "luc-ngan", "chu");
            assertThat(ids(changes)).doesNotContain("tan-lieu");
            assertThat(area(changes, "chu").get("enrolled").asLong()).isEqualTo(6);
        }
    }

    @Test
    void shouldResetForAnInvalidLastEventId() throws Exception {
        for (String id : List.of("", "42", "x.y", "0.1-1")) {
            try (Events events = Events.of(dashboard.request(STREAM).header("Last-Event-ID", id))) {
                assertThat(events.next().name()).isEqualTo("hello");
                assertThat(events.next().name()).as(id).isEqualTo("reset");
            }
        }
    }

    @Test
    void shouldResetWhenARowIsRemoved() throws Exception {
        try (Events events = begun(STREAM)) {
            board.remove("tan-lieu");

            assertThat(events.next().name()).isEqualTo("reset");
            board.enroll("new", "nham-bien", "2023-05-13");
            board.publish();
            assertThat(events.next().name()).isEqualTo("changes");
        }
    }

    @Test
    void shouldSendThatCountingStoppedEvenIfNoRowChanges() throws Exception {
        try (Events events = begun(STREAM)) {
            board.counting(new CountingState.Stopped(Instant.parse("2023-05-18T07:05:00Z"), 8, 8));

            Events.One event = events.next();
            assertThat(event.name()).isEqualTo("status");
            assertThat(event.data().get("state").asText()).isEqualTo("LIVE");
            assertThat(event.data().at("/counting/state").asText()).isEqualTo("STOPPED");
            assertThat(event.data().at("/counting/since").asText()).isEqualTo("2023-05-18T07:05:00Z");
        }
    }

    @Test
    void shouldResetWhenTheTopicsAreRecreatedEvenIfOffsetsAreHigher() throws Exception {
        String last;
        try (Events events = begun(STREAM)) {
            board.enroll("new", "nham-bien", "2023-05-13");
            board.publish();
            events.next();
            last = events.lastId();

            board.beginAnew();

            assertThat(events.next().name()).isEqualTo("reset");
        }
        try (Events resumed = Events.of(dashboard.request(STREAM).header("Last-Event-ID", last))) {
            assertThat(resumed.next().name()).isEqualTo("hello");
            assertThat(resumed.next().name()).isEqualTo("reset");
        }
    }

    @Test
    void shouldSendTheProblemWhileWaiting() throws Exception {
        try (Events events = begun(STREAM)) {
            board.become(new ViewStatus.Waiting("the broker is unavailable"));

            Events.One event = events.next();
            assertThat(event.name()).isEqualTo("status");
            assertThat(event.data().get("state").asText()).isEqualTo("WAITING");
            assertThat(event.data().get("problem").asText()).isEqualTo("the broker is unavailable");
            assertThat(event.data().get("newestAt").asText()).isEqualTo("2023-05-18T10:30:00Z");
            assertThat(event.data().has("now")).isTrue();
        }
    }

    @Test
    void shouldSendAnAreaOfWhichOnlyASegmentChanged() throws Exception {
        board.state(new StatementBuilder().by("s").in("chu").on("2023-05-13").ageBand("18-24"));
        board.publish();
        try (Events events = begun(STREAM)) {
            board.state(new StatementBuilder()
                    .by("s")
                    .in("chu")
                    .on("2023-05-13")
                    .ageBand("25-34")
                    .version(2));
            board.publish();

            assertThat(ids(events.next().data())).contains("chu");
        }
    }

    /** Skips the initial events of every stream: campaign detail and status. */
    private Events begun(String path) throws Exception {
        Events events = Events.of(dashboard.request(path));
        assertThat(events.next().name()).isEqualTo("hello");
        JsonNode first = events.next().data();
        assertThat(first.get("campaign").get("campaignId").asText()).isEqualTo("drive");
        assertThat(ids(first)).isEmpty();
        assertThat(events.next().name()).isEqualTo("status");
        return events;
    }

    private static List<String> ids(JsonNode changes) {
        List<String> ids = new ArrayList<>();
        changes.get("areas").forEach(area -> ids.add(area.get("areaId").asText()));
        return ids;
    }

    private static JsonNode area(JsonNode changes, String id) {
        for (JsonNode area : changes.get("areas")) {
            if (area.get("areaId").asText().equals(id)) {
                return area;
            }
        }
        throw new AssertionError(id + " is not in " + changes);
    }
}
