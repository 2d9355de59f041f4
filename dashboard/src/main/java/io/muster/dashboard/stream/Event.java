package io.muster.dashboard.stream;

import io.muster.dashboard.api.ApiJson;
import io.muster.dashboard.api.AreaFigures;
import io.muster.dashboard.api.CampaignDetail;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event as it is written to a stream. */
final class Event {

    /** Says that the stream is alive. */
    static final Event HEARTBEAT = new Event(": \n\n".getBytes(StandardCharsets.UTF_8));

    private final byte[] bytes;

    private Event(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What a stream begins with. */
    record Hello(
            String campaignId,
            @Nullable LocalDate asOfDay,
            @Nullable Instant computedAt) {}

    /**
     * What changed.
     *
     * @param campaign null where nothing of it did
     * @param alerts whether any alert did
     * @param tree whether the definition of any area did
     */
    record Changed(@Nullable CampaignDetail campaign, List<AreaFigures> areas, boolean alerts, boolean tree) {}

    static Event hello(Hello hello, EventId id) {
        return text("retry: 2000\nid: " + id + "\nevent: hello\n", hello);
    }

    static Event changed(Changed changed, EventId id) {
        return text("id: " + id + "\nevent: changes\n", changed);
    }

    /** Whoever gets this knows nothing any more. */
    static Event reset(EventId id) {
        return text("id: " + id + "\nevent: reset\n", Map.of());
    }

    static Event status(Object status) {
        return text("event: status\n", status);
    }

    private static Event text(String head, Object data) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes((head + "data: ").getBytes(StandardCharsets.UTF_8));
        text.writeBytes(ApiJson.bytes(data));
        text.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
        return new Event(text.toByteArray());
    }

    /** This one, and another one after it. */
    Event and(Event next) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(bytes);
        both.writeBytes(next.bytes);
        return new Event(both.toByteArray());
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }
}
