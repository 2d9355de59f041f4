package io.muster.dashboard.stream;

import io.muster.dashboard.api.ApiJson;
import io.muster.dashboard.api.AreaFigures;
import io.muster.dashboard.api.CampaignDetail;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events as they are written to a stream. */
final class Event {

    private static final byte[] HEARTBEAT = ": \n\n".getBytes(StandardCharsets.UTF_8);

    private Event() {}

    /** What a stream begins with. */
    record Hello(String campaignId, @Nullable LocalDate asOfDay, @Nullable Instant computedAt) {}

    /**
     * What changed.
     *
     * @param campaign null where nothing of it did
     * @param alerts whether any alert did
     * @param tree whether the definition of any area did
     */
    record Changed(@Nullable CampaignDetail campaign, List<AreaFigures> areas, boolean alerts, boolean tree) {}

    static byte[] hello(Hello hello, EventId id) {
        return text("retry: 2000\nid: " + id + "\nevent: hello\n", hello);
    }

    static byte[] changed(Changed changed, EventId id) {
        return text("id: " + id + "\nevent: changes\n", changed);
    }

    /** Whoever gets this knows nothing any more. */
    static byte[] reset(EventId id) {
        return text("id: " + id + "\nevent: reset\n", Map.of());
    }

    static byte[] status(Object status) {
        return text("event: status\n", status);
    }

    /** Says that the stream is alive. */
    static byte[] heartbeat() {
        return HEARTBEAT;
    }

    private static byte[] text(String head, Object data) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes((head + "data: ").getBytes(StandardCharsets.UTF_8));
        text.writeBytes(ApiJson.bytes(data));
        text.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
        return text.toByteArray();
    }
}
