package io.muster.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.board.RecordedBoard;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AssetsTest {

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"(assets/[^\"]+)\"");

    private final RunningDashboard dashboard = new RunningDashboard(RecordedBoard.withSomePeople());

    @AfterEach
    void stop() {
        dashboard.close();
    }

    @Test
    void shouldServeThePageAndItsAssets() throws Exception {
        HttpResponse<String> page = dashboard.get("/");
        Set<String> named = new TreeSet<>();
        ADDRESS.matcher(page.body()).results().forEach(match -> named.add(match.group(1)));

        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(page.body()).doesNotContain("@VERSION@", "<style", "style=\"", "onclick");
        assertThat(named).hasSizeGreaterThan(5).anyMatch(address -> address.endsWith("uPlot.min.css"));
        for (String address : named) {
            HttpResponse<String> asset = dashboard.get("/" + address);
            assertThat(asset.statusCode()).as(address).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        }
    }

    @Test
    void shouldCompressThePage() throws Exception {
        HttpResponse<String> page = dashboard.send(dashboard.request("/").header("Accept-Encoding", "gzip"));

        assertThat(page.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @Test
    void shouldServeNoOtherFiles() throws Exception {
        assertThat(dashboard.get("/assets/x/../../http/openapi.yaml").statusCode())
                .isNotEqualTo(200);
        assertThat(dashboard.get("/assets/x/%2e%2e/index.html").statusCode()).isNotEqualTo(200);
        assertThat(dashboard.get("/assets/x/nowhere.js").statusCode()).isEqualTo(404);
    }
}
