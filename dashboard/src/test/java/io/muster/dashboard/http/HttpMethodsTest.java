package io.muster.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.board.RecordedBoard;
import io.muster.board.ViewStatus;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods other than GET. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // reading a body is not interruptible
class HttpMethodsTest {

    private static final String STREAM = "/api/stream?campaign=drive";

    private final RecordedBoard board = RecordedBoard.withSomePeople();
    private final RunningDashboard dashboard = new RunningDashboard(board);

    @AfterEach
    void stop() {
        dashboard.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/openapi.yaml",
                "/openapi.json",
                "/health/live",
                "/health/ready",
                "/api/campaigns",
                "/api/campaigns/drive",
                "/api/campaigns/nowhere",
                "/api/campaigns/drive/areas?sort=nothing",
                "/api/campaigns/drive/areas?format=csv",
                "/api/campaigns/drive/report?format=html",
                "/api/stream",
                "/api/stream?campaign=nowhere",
                "/assets/nothing",
                "/nothing"
            })
    void shouldRespondToHeadLikeGet(String path) throws Exception {
        assertHeadLikeGet(path);
        board.become(new ViewStatus.Reading());
        assertHeadLikeGet(path);
    }

    @Test
    void shouldRespondToHeadOnTheStreamWithoutOpeningIt() throws Exception {
        HttpResponse<String> answer = head(STREAM);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(answer.body()).isEmpty();
        board.become(new ViewStatus.Reading());
        assertThat(head(STREAM).statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({"POST", "OPTIONS", "TRACE", "PUT", "BREW"})
    void shouldRejectOtherMethodsOnTheStream(String method) throws Exception {
        HttpResponse<String> answer = dashboard.send(dashboard.request(STREAM).method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    private void assertHeadLikeGet(String path) throws Exception {
        HttpResponse<String> get = dashboard.get(path);
        HttpResponse<String> head = head(path);

        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(headers(head)).isEqualTo(headers(get));
        assertThat(head.body()).isEmpty();
    }

    private HttpResponse<String> head(String path) throws Exception {
        return dashboard.send(dashboard.request(path).method("HEAD", BodyPublishers.noBody()));
    }

    private static Map<String, List<String>> headers(HttpResponse<?> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }
}
