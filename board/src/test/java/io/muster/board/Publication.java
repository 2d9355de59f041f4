package io.muster.board;

import io.muster.contract.mapping.ReferenceMapping;
import io.muster.contract.mapping.RowMapping;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.oracle.Rows;
import io.muster.domain.reference.References;
import io.muster.schema.Target;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Applies records to a board as if they were read from the topics: {@code new
 * Publication().of(references).of(rows).board()}.
 */
public final class Publication {

    /** The {@code computedAt} of every row. */
    public static final Instant COMPUTED_AT = Instant.parse("2023-05-18T10:30:00Z");

    private final BoardState state = new BoardState();
    private long offset;
    private long identity = 1;

    public Publication() {
        state.begin(identity);
    }

    /** Applies a record; null is a tombstone. */
    public <V> Publication put(Topic<V> topic, String key, @Nullable V value) {
        for (Feed<?> feed : state.feedsWithCorrections()) {
            if (feed.topic().equals(topic)) {
                @SuppressWarnings("unchecked") // the feed has the topic's value type
                Feed<V> typed = (Feed<V>) feed;
                typed.handler().put(key, value, new RecordLocation(0, offset++, COMPUTED_AT));
                return this;
            }
        }
        throw new AssertionError(topic.name() + " is not read");
    }

    public Publication of(References references) {
        references
                .campaigns()
                .forEach((id, campaign) -> put(Topics.CAMPAIGNS, id.value(), ReferenceMapping.toAvro(campaign)));
        references.areas().forEach((id, area) -> put(Topics.AREAS, id.value(), ReferenceMapping.toAvro(area)));
        references
                .targets()
                .forEach((campaignId, targets) -> targets.forEach((areaId, target) ->
                        put(Topics.TARGETS, RecordKeys.target(campaignId, areaId), new Target(target))));
        return this;
    }

    public Publication of(Rows rows) {
        rows.days().forEach((key, row) -> put(Topics.DAILY_COUNTS, key, RowMapping.toAvro(row, COMPUTED_AT)));
        rows.areas().forEach((key, row) -> put(Topics.AREA_PROGRESS, key, RowMapping.toAvro(row, COMPUTED_AT)));
        rows.segments().forEach((key, row) -> put(Topics.SEGMENT_COUNTS, key, RowMapping.toAvro(row, COMPUTED_AT)));
        rows.campaigns().forEach((key, row) -> put(Topics.CAMPAIGN_PROGRESS, key, RowMapping.toAvro(row, COMPUTED_AT)));
        rows.alerts().forEach((key, row) -> put(Topics.ALERTS, key, RowMapping.toAvro(row, COMPUTED_AT)));
        return this;
    }

    public Board board() {
        return state.freeze();
    }

    /** Applies a raw record; returns false if it was skipped. */
    public boolean takes(ConsumerRecord<String, byte[]> record, AvroSerdes serdes) {
        FeedReader<?> reader = state.feedsWithCorrections().stream()
                .filter(feed -> feed.topic().name().equals(record.topic()))
                .<FeedReader<?>>map(feed -> new FeedReader<>(feed, serdes))
                .findFirst()
                .orElseThrow();
        reader.take(record);
        return reader.skipped() == 0;
    }

    Changes takeChanges() {
        return state.takeChanges();
    }

    /** Simulates recreated topics. Offsets continue, so only the identity distinguishes the new topics from the old. */
    void beginAnew() {
        state.clear();
        state.begin(++identity);
    }

    void clear() {
        state.clear();
    }
}
