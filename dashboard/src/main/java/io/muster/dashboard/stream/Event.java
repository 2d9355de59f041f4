package io.muster.dashboard.stream;

import io.muster.dashboard.api.ApiJson;
import io.muster.dashboard.api.AreaFigures;
import io.muster.dashboard.api.CampaignDetail;
import io.muster.domain.CampaignId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A serialized server-sent event. */
final class Event {

    /** A comment line that keeps the connection alive. */
    static final Event HEARTBEAT = new Event(": \n\n".getBytes(StandardCharsets.UTF_8));

    private final byte[] bytes;

    private Event(byte[] bytes) {
        this.bytes = bytes;
    }

    /** First event of a stream. */
    record Hello(
            CampaignId campaignId,
            @Nullable LocalDate asOfDay,
            @Nullable Instant computedAt) {}

    /**
     * The changes since the previous event.
     *
     * @param campaign null if unchanged
     * @param alerts whether any alert changed
     * @param tree whether any area definition changed
     */
    record Changed(@Nullable CampaignDetail campaign, List<AreaFigures> areas, boolean alerts, boolean tree) {}

    static Event hello(Hello hello, EventId id) {
        return text("retry: 2000\nid: " + id + "\nevent: hello\n", hello);
    }

    static Event changed(Changed changed, EventId id) {
        return text("id: " + id + "\nevent: changes\n", changed);
    }

    /** Tells the client to discard its state and load everything again. */
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

    /** This event followed by another one. */
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
