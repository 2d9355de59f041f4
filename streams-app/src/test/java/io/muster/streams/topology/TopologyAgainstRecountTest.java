package io.muster.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.fixture.Delivery;
import io.muster.domain.fixture.Worlds;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Guarantees;
import io.muster.domain.oracle.Rows;
import io.muster.domain.statement.Statement;
import io.muster.schemas.RejectionHeaders;
import io.muster.schemas.Topic;
import io.muster.schemas.Topics;
import io.muster.streams.topology.TopologySettings.LedgerStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The whole topology, with either ledger store, keeps every promise. */
class TopologyAgainstRecountTest {

    private static final int MOST_AT_ONCE = 8;
    private static final List<Topic<?>> PUBLISHED = List.of(
            Topics.DAILY_COUNTS,
            Topics.AREA_PROGRESS,
            Topics.SEGMENT_COUNTS,
            Topics.CAMPAIGN_PROGRESS,
            Topics.CORRECTIONS);

    @Property(tries = 60)
    void shouldKeepEveryPromiseBetweenFlawedRecords(
            @ForAll("deliveries") Delivery delivery, @ForAll LedgerStore ledgerStore, @ForAll long seed) {
        try (TopologyHarness muster = new TopologyHarness(ledgerStore)) {
            List<Long> flawed = deliver(delivery, muster, new Random(seed));

            assertThat(Guarantees.brokenByRows(
                            delivery.world().statements(),
                            delivery.world().references(),
                            AsOf.RECORDED,
                            PublishedRows.of(muster.published())))
                    .isEmpty();
            assertThat(Guarantees.brokenByCorrections(
                            delivery.arrivals(), muster.published().changes()))
                    .isEmpty();
            assertThat(Guarantees.brokenByRejections(flawed, rejected(muster))).isEmpty();
        }
    }

    @Property(tries = 30)
    void shouldEndWithTheSameRowsInAReplayOfAnotherOrder(
            @ForAll("deliveries") Delivery delivery,
            @ForAll LedgerStore ledgerStore,
            @ForAll LedgerStore other,
            @ForAll long seed) {
        Random random = new Random(seed);
        try (TopologyHarness first = new TopologyHarness(ledgerStore);
                TopologyHarness replay = new TopologyHarness(other)) {
            deliver(delivery, first, random);

            deliver(delivery.shuffled(random), replay, random);

            assertThat(Guarantees.sameRows(PublishedRows.of(first.published()), PublishedRows.of(replay.published())))
                    .isEmpty();
        }
    }

    @Property(tries = 30)
    void shouldPublishAndCorrectNothingWhenEverythingComesAgain(
            @ForAll("deliveries") Delivery delivery, @ForAll LedgerStore ledgerStore, @ForAll long seed) {
        try (TopologyHarness muster = new TopologyHarness(ledgerStore)) {
            deliver(delivery, muster, new Random(seed));
            Rows before = PublishedRows.of(muster.published());
            PUBLISHED.forEach(muster.published()::written);

            muster.state(delivery.shuffled(new Random(seed)).arrivals());

            assertThat(PUBLISHED)
                    .allSatisfy(topic ->
                            assertThat(muster.published().written(topic)).isEmpty());
            assertThat(Guarantees.sameRows(before, PublishedRows.of(muster.published())))
                    .isEmpty();
        }
    }

    @Provide
    Arbitrary<Delivery> deliveries() {
        return Worlds.deliveries();
    }

    /**
     * The statements in parts, and between them flawed records and, at some point, the reference records.
     *
     * @return the offsets of the flawed records
     */
    private static List<Long> deliver(Delivery delivery, TopologyHarness muster, Random random) {
        List<Long> flawed = new ArrayList<>();
        List<Statement> left = delivery.arrivals();
        int referencesWhenLeft = random.nextInt(left.size() + 1);
        boolean referred = false;
        long offset = 0;
        while (!left.isEmpty() || !referred) {
            if (!referred && left.size() <= referencesWhenLeft) {
                muster.refer(delivery.world().references());
                referred = true;
            }
            if (!left.isEmpty()) {
                muster.send(Topics.ENROLLMENTS, Flaw.any(random).in(left.get(0), muster));
                flawed.add(offset++);
                int many = Math.min(left.size(), 1 + random.nextInt(MOST_AT_ONCE));
                muster.state(left.subList(0, many));
                offset += many;
                left = left.subList(many, left.size());
            }
        }
        return flawed;
    }

    private static List<Long> rejected(TopologyHarness muster) {
        return muster.published().rejections().stream()
                .map(record ->
                        RejectionHeaders.of(record.headers()).orElseThrow().offset())
                .toList();
    }
}
