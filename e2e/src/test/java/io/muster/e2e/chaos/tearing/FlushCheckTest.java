package io.muster.e2e.chaos.tearing;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.AreaId;
import io.muster.domain.ledger.Cell;
import io.muster.domain.oracle.ExpectedCorrections.Change;
import io.muster.domain.oracle.PartitionRecount.Count;
import io.muster.domain.statement.Statement;
import io.muster.e2e.Position;
import io.muster.e2e.chaos.tearing.Flush.Subtotal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * One partition: p1 enrolls in one district, a broken record follows, p1 moves to another district, p2 is in the
 * wrong partition.
 */
class FlushCheckTest {

    private static final String KEY = "drive:p1";
    private static final Statement FIRST = aStatement()
            .forCampaign("drive")
            .by("p1")
            .in("yen-dung")
            .on("2023-05-12")
            .event("first")
            .build();
    private static final Statement SECOND = aStatement()
            .forCampaign("drive")
            .by("p1")
            .in("hiep-hoa")
            .on("2023-05-12")
            .version(2)
            .event("second")
            .build();
    private static final Change MOVE =
            new Change(KEY, FIRST.eventId().toString(), SECOND.eventId().toString());
    private static final Map<Integer, List<InputRecord>> INPUT = Map.of(
            0,
            List.of(
                    new InputRecord(0, FIRST, true, false),
                    new InputRecord(1, null, true, false),
                    new InputRecord(2, SECOND, true, false),
                    new InputRecord(3, aStatement().by("p2").build(), false, false)));

    private final List<Flush> flushes = new ArrayList<>();

    @Test
    void shouldReportNothingIfRowsAgreeWithOffsets() {
        flush(2, cells("yen-dung", 1), List.of(), List.of(new Position(0, 1)), List.of());
        flush(4, moved(), List.of(MOVE), List.of(), List.of(new Position(0, 3)));

        assertThat(torn()).isEmpty();
    }

    @Test
    void shouldAllowCellsToFollowInALaterFlush() {
        flush(2, List.of(), List.of(), List.of(new Position(0, 1)), List.of());
        flush(4, moved(), List.of(MOVE), List.of(), List.of(new Position(0, 3)));

        assertThat(torn()).isEmpty();
    }

    @Test
    void shouldAllowRecordsBetweenAFlushAndItsCommit() {
        flush(4, cells("yen-dung", 1), List.of(MOVE), List.of(new Position(0, 1)), List.of(new Position(0, 3)));
        flush(4, moved(), List.of(), List.of(), List.of());

        assertThat(torn()).isEmpty();
    }

    @Test
    void shouldReportOffsetsWithoutTheirRows() {
        flush(2, cells("yen-dung", 1), List.of(), List.of(), List.of());
        flush(4, moved(), List.of(MOVE), List.of(), List.of(new Position(0, 3)));

        assertThat(torn()).singleElement().asString().contains("0 rejections, not 1");
    }

    @Test
    void shouldReportRowsWithoutTheirOffsets() {
        flush(2, cells("yen-dung", 1), List.of(MOVE), List.of(new Position(0, 1)), List.of());
        flush(4, moved(), List.of(MOVE), List.of(), List.of(new Position(0, 3)));

        assertThat(torn()).singleElement().asString().contains("1 corrections, not 0");
    }

    @Test
    void shouldReportACellMissingFromItsFlush() {
        flush(2, cells("yen-dung", 1), List.of(), List.of(new Position(0, 1)), List.of());
        flush(4, cells("hiep-hoa", 1), List.of(MOVE), List.of(), List.of(new Position(0, 3)));

        assertThat(torn()).hasSize(2).allSatisfy(torn -> assertThat(torn).contains("yen-dung", "1 cells differ"));
    }

    @Test
    void shouldReportACellAheadOfItsOffset() {
        flush(2, moved(), List.of(), List.of(new Position(0, 1)), List.of());
        flush(4, List.of(), List.of(MOVE), List.of(), List.of(new Position(0, 3)));

        assertThat(torn()).hasSize(2).allSatisfy(torn -> assertThat(torn).contains("2 cells differ"));
    }

    @Test
    void shouldReportAChangelogBehindItsOffset() {
        flushes.add(logged(2, cells("yen-dung", 1), Set.of(KEY), List.of(), List.of(new Position(0, 1)), List.of()));
        flushes.add(logged(4, List.of(), Set.of(), List.of(MOVE), List.of(), List.of(new Position(0, 3))));
        flush(4, moved(), List.of(), List.of(), List.of());

        assertThat(torn())
                .anySatisfy(torn -> assertThat(torn).contains("changelog", "hiep-hoa"))
                .anySatisfy(torn -> assertThat(torn).contains("did not log the participants"));
    }

    @Test
    void shouldReportAnOffsetThatMovesBack() {
        flush(4, moved(), List.of(MOVE), List.of(new Position(0, 1)), List.of(new Position(0, 3)));
        flush(2, List.of(), List.of(), List.of(), List.of());

        assertThat(torn()).singleElement().asString().contains("back from 4 to 2");
    }

    @Test
    void shouldReportARecordThatIsNeverCounted() {
        flush(2, cells("yen-dung", 1), List.of(), List.of(new Position(0, 1)), List.of());

        assertThat(torn()).isNotEmpty().allSatisfy(torn -> assertThat(torn).contains("at the end"));
    }

    private static List<Subtotal> cells(String areaId, int enrolled) {
        Cell cell = new Cell(campaignId("drive"), new AreaId(areaId), LocalDate.parse("2023-05-12"));
        return List.of(new Subtotal(0, cell, new Count(enrolled, 0)));
    }

    private static List<Subtotal> moved() {
        List<Subtotal> cells = new ArrayList<>(cells("yen-dung", 0));
        cells.addAll(cells("hiep-hoa", 1));
        return cells;
    }

    private void flush(
            long offset, List<Subtotal> cells, List<Change> changes, List<Position> rejections, List<Position> home) {
        flushes.add(new Flush(
                "flush",
                Map.of(0, offset),
                cells,
                List.of(),
                Set.of(),
                new Flush.Reports(changes, List.of(), rejections, home)));
    }

    private static Flush logged(
            long offset,
            List<Subtotal> cells,
            Set<String> participants,
            List<Change> changes,
            List<Position> rejections,
            List<Position> home) {
        return new Flush(
                "flush",
                Map.of(0, offset),
                cells,
                cells,
                participants,
                new Flush.Reports(changes, List.of(), rejections, home));
    }

    private List<String> torn() {
        return FlushCheck.torn(INPUT, flushes);
    }
}
