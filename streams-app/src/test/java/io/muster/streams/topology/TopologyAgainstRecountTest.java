package io.muster.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.topic.RejectionHeaders;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.fixture.History;
import io.muster.domain.fixture.ReceivedAt;
import io.muster.domain.fixture.ReferenceRecord;
import io.muster.domain.fixture.Worlds;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Guarantees;
import io.muster.domain.oracle.Rows;
import io.muster.domain.statement.Statement;
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Compares the whole topology, with either ledger store, with a naive recount. */
class TopologyAgainstRecountTest {

    private static final int MOST_AT_ONCE = 8;
    private static final List<Topic<?>> PUBLISHED = List.of(
            Topics.DAILY_COUNTS,
            Topics.AREA_PROGRESS,
            Topics.SEGMENT_COUNTS,
            Topics.CAMPAIGN_PROGRESS,
            Topics.CORRECTIONS);

    @Property(tries = 60)
    void shouldKeepEveryGuaranteeDespiteInvalidRecords(
            @ForAll("histories") History history, @ForAll LedgerStore ledgerStore, @ForAll long seed) {
        try (TopologyHarness muster = new TopologyHarness(ledgerStore)) {
            List<Long> invalid = deliver(history, muster, new Random(seed));

            assertThat(Guarantees.brokenByRows(
                            history.delivery().world().statements(),
                            history.delivery().world().references(),
                            AsOf.RECORDED,
                            ReceivedAt.OFTEN_EARLIER,
                            LatestRows.of(muster.published())))
                    .isEmpty();
            assertThat(Guarantees.brokenByCorrections(
                            history.delivery().arrivals(), muster.published().changes()))
                    .isEmpty();
            assertThat(Guarantees.brokenByLosses(
                            history.delivery().arrivals(), muster.published().losses()))
                    .isEmpty();
            assertThat(Guarantees.brokenByRejections(invalid, rejected(muster))).isEmpty();
        }
    }

    @Property(tries = 30)
    void shouldEndWithTheSameRowsAfterAReplayInAnotherOrder(
            @ForAll("histories") History history,
            @ForAll LedgerStore ledgerStore,
            @ForAll LedgerStore other,
            @ForAll long seed) {
        Random random = new Random(seed);
        try (TopologyHarness first = new TopologyHarness(ledgerStore);
                TopologyHarness replay = new TopologyHarness(other)) {
            deliver(history, first, random);

            deliver(history.otherwise(random), replay, random);

            assertThat(Guarantees.sameRows(LatestRows.of(first.published()), LatestRows.of(replay.published())))
                    .isEmpty();
        }
    }

    @Property(tries = 30)
    void shouldPublishNothingWhenEverythingIsDeliveredAgain(
            @ForAll("histories") History history, @ForAll LedgerStore ledgerStore, @ForAll long seed) {
        try (TopologyHarness muster = new TopologyHarness(ledgerStore)) {
            deliver(history, muster, new Random(seed));
            Rows before = LatestRows.of(muster.published());
            PUBLISHED.forEach(muster.published()::written);

            muster.state(history.otherwise(new Random(seed)).delivery().arrivals(), ReceivedAt.OFTEN_EARLIER);

            assertThat(PUBLISHED)
                    .allSatisfy(topic ->
                            assertThat(muster.published().written(topic)).isEmpty());
            assertThat(Guarantees.sameRows(before, LatestRows.of(muster.published())))
                    .isEmpty();
        }
    }

    @Provide
    Arbitrary<History> histories() {
        return Worlds.histories();
    }

    /**
     * Delivers reference records and statements in batches, with an invalid record before each batch of statements.
     *
     * @return the offsets of the invalid records
     */
    private static List<Long> deliver(History history, TopologyHarness muster, Random random) {
        List<Long> invalid = new ArrayList<>();
        List<Statement> statements = history.delivery().arrivals();
        List<ReferenceRecord> records = history.records();
        long offset = 0;
        while (!statements.isEmpty() || !records.isEmpty()) {
            if (random.nextInt(statements.size() + records.size()) < records.size()) {
                int many = atOnce(records, random);
                records.subList(0, many).forEach(muster::send);
                muster.flush();
                records = records.subList(many, records.size());
            } else {
                muster.send(
                        Topics.ENROLLMENTS,
                        InvalidRecord.any(random)
                                .in(statements.get(0), event -> muster.bytes(Topics.ENROLLMENTS, event)));
                invalid.add(offset++);
                int many = atOnce(statements, random);
                muster.state(statements.subList(0, many), ReceivedAt.OFTEN_EARLIER);
                offset += many;
                statements = statements.subList(many, statements.size());
            }
        }
        return invalid;
    }

    private static int atOnce(List<?> left, Random random) {
        return Math.min(left.size(), 1 + random.nextInt(MOST_AT_ONCE));
    }

    private static List<Long> rejected(TopologyHarness muster) {
        return muster.published().rejections().stream()
                .map(record ->
                        RejectionHeaders.of(record.headers()).orElseThrow().offset())
                .toList();
    }
}
