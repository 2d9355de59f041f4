package io.muster.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.fixture.Delivery;
import io.muster.domain.fixture.Worlds;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Recount;
import io.muster.domain.oracle.Rows;
import io.muster.mapping.RowMapping;
import io.muster.schema.AreaProgress;
import io.muster.schema.CampaignProgress;
import io.muster.schema.DailyCount;
import io.muster.schema.SegmentCount;
import io.muster.schemas.Topic;
import io.muster.schemas.Topics;
import io.muster.streams.topology.TopologySettings.LedgerStore;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The whole topology, with either ledger store, against a naive recount: the records of every compacted topic. */
class TopologyAgainstRecountTest {

    private static final Instant ANY_TIME = Instant.EPOCH;

    @Property(tries = 60)
    void shouldPublishTheRowsOfARecount(@ForAll("deliveries") Delivery delivery, @ForAll LedgerStore ledgerStore) {
        try (TopologyHarness harness = new TopologyHarness(ledgerStore)) {
            int half = delivery.arrivals().size() / 2;
            harness.state(delivery.arrivals().subList(0, half));
            harness.refer(delivery.world().references());
            harness.state(delivery.arrivals().subList(half, delivery.arrivals().size()));

            Rows rows =
                    Recount.of(delivery.world().statements(), delivery.world().references(), AsOf.RECORDED);
            assertThat(latest(harness, Topics.DAILY_COUNTS))
                    .isEqualTo(records(rows.days(), row -> RowMapping.toAvro(row, ANY_TIME)));
            assertThat(latest(harness, Topics.AREA_PROGRESS))
                    .isEqualTo(records(rows.areas(), row -> RowMapping.toAvro(row, ANY_TIME)));
            assertThat(latest(harness, Topics.SEGMENT_COUNTS))
                    .isEqualTo(records(rows.segments(), row -> RowMapping.toAvro(row, ANY_TIME)));
            assertThat(latest(harness, Topics.CAMPAIGN_PROGRESS))
                    .isEqualTo(records(rows.campaigns(), row -> RowMapping.toAvro(row, ANY_TIME)));
        }
    }

    @Provide
    Arbitrary<Delivery> deliveries() {
        return Worlds.deliveries();
    }

    private static <R, V> Map<String, V> records(Map<String, R> rows, Function<R, V> mapping) {
        return rows.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, row -> mapping.apply(row.getValue()), (a, b) -> b, TreeMap::new));
    }

    /** The latest record of every key, at the same time of computation. */
    private static <V> Map<String, V> latest(TopologyHarness harness, Topic<V> topic) {
        Map<String, V> latest = harness.published().latest(topic);
        latest.replaceAll((key, value) -> topic.valueType().cast(atAnyTime(value)));
        return latest;
    }

    private static Object atAnyTime(Object value) {
        if (value instanceof DailyCount row) {
            return DailyCount.newBuilder(row).setComputedAt(ANY_TIME).build();
        }
        if (value instanceof AreaProgress row) {
            return AreaProgress.newBuilder(row).setComputedAt(ANY_TIME).build();
        }
        if (value instanceof SegmentCount row) {
            return SegmentCount.newBuilder(row).setComputedAt(ANY_TIME).build();
        }
        if (value instanceof CampaignProgress row) {
            CampaignProgress.Builder builder = CampaignProgress.newBuilder(row).setComputedAt(ANY_TIME);
            row.getProgress()
                    .ifPresent(progress -> builder.setProgress(AreaProgress.newBuilder(progress)
                            .setComputedAt(ANY_TIME)
                            .build()));
            return builder.build();
        }
        throw new IllegalArgumentException("no row of counts: " + value);
    }
}
