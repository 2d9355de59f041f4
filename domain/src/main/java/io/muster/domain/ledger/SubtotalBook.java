package io.muster.domain.ledger;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.DayMap;
import io.muster.domain.ledger.OddSource.Oddity;
import io.muster.domain.statement.Segment;
import io.muster.domain.statement.SegmentPool;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The subtotals of one input partition in memory. It tracks which of them changed since the last flush. */
public final class SubtotalBook implements Subtotals {

    private static final Oddity[] ODDITIES = Oddity.values();

    private final Map<CampaignId, Map<AreaId, AreaBook>> campaigns = new HashMap<>();
    private final List<Entry> changed = new ArrayList<>();
    private final SegmentPool segments = new SegmentPool();

    @Override
    public void note(Cell cell, Segments stated, long recordedAt) {
        Entry entry = entry(cell);
        boolean isNew = entry.subtotal.recorded().see(recordedAt);
        for (Segment segment : segments.known(stated)) {
            isNew |= entry.subtotal.addSegment(segment, 0);
        }
        if (isNew) {
            markChanged(entry);
        }
    }

    @Override
    public void enter(Cell cell, Standing standing) {
        Entry entry = entry(cell);
        entry.subtotal.recorded().see(standing.recordedAt().toEpochMilli());
        add(entry, standing, 1);
    }

    @Override
    public void leave(Cell cell, Standing standing) {
        add(entry(cell), standing, -1);
    }

    private void add(Entry entry, Standing standing, int by) {
        entry.subtotal.add(standing.status(), by);
        int ofSegment = standing.status() == Status.ENROLLED ? by : 0;
        for (Segment segment : segments.known(standing.segments())) {
            entry.subtotal.addSegment(segment, ofSegment);
        }
        for (Oddity oddity : ODDITIES) {
            if (standing.is(oddity)) {
                entry.subtotal.addOdd(new OddSource(oddity, standing.source()), by);
            }
        }
        markChanged(entry);
    }

    /** Takes over a subtotal from another store, and marks it as changed. */
    public void restore(Cell cell, Subtotal subtotal) {
        AreaBook area = area(cell);
        Entry entry = new Entry(area, cell.day(), subtotal);
        area.days.put(cell.day(), entry);
        markChanged(entry);
    }

    /** The subtotal of a cell; null if no statement ever named the cell. */
    public @Nullable Subtotal get(Cell cell) {
        AreaBook area = campaigns.getOrDefault(cell.campaignId(), Map.of()).get(cell.areaId());
        Entry entry = area == null ? null : area.days.get(cell.day());
        return entry == null ? null : entry.subtotal;
    }

    /** The number of subtotals that changed since the last flush. */
    public int changedCount() {
        return changed.size();
    }

    /** Passes each changed subtotal to the receiver, and marks all as unchanged. */
    public void drainChanged(BiConsumer<Cell, Subtotal> receiver) {
        for (Entry entry : changed) {
            entry.changed = false;
            receiver.accept(entry.cell(), entry.subtotal);
        }
        changed.clear();
    }

    /** The number of cells. */
    public int size() {
        return campaigns.values().stream()
                .flatMap(areas -> areas.values().stream())
                .mapToInt(area -> area.days.size())
                .sum();
    }

    public void clear() {
        campaigns.clear();
        changed.clear();
    }

    private Entry entry(Cell cell) {
        AreaBook area = area(cell);
        Entry entry = area.days.get(cell.day());
        if (entry == null) {
            entry = new Entry(area, cell.day(), new Subtotal());
            area.days.put(cell.day(), entry);
        }
        return entry;
    }

    private AreaBook area(Cell cell) {
        Map<AreaId, AreaBook> areas = campaigns.computeIfAbsent(cell.campaignId(), id -> new HashMap<>());
        AreaBook area = areas.get(cell.areaId());
        if (area == null) {
            area = new AreaBook(cell.campaignId(), cell.areaId());
            areas.put(cell.areaId(), area);
        }
        return area;
    }

    private void markChanged(Entry entry) {
        if (!entry.changed) {
            entry.changed = true;
            changed.add(entry);
        }
    }

    /** The cells of one area of a campaign. */
    private static final class AreaBook {
        private final CampaignId campaignId;
        private final AreaId areaId;
        private final DayMap<Entry> days = new DayMap<>();

        AreaBook(CampaignId campaignId, AreaId areaId) {
            this.campaignId = campaignId;
            this.areaId = areaId;
        }
    }

    /** One cell. There are so many that the day is kept as a number, to save memory. */
    private static final class Entry {
        private final AreaBook area;
        private final long epochDay;
        private final Subtotal subtotal;
        private boolean changed;

        Entry(AreaBook area, LocalDate day, Subtotal subtotal) {
            this.area = area;
            this.epochDay = day.toEpochDay();
            this.subtotal = subtotal;
        }

        Cell cell() {
            return new Cell(area.campaignId, area.areaId, LocalDate.ofEpochDay(epochDay));
        }
    }
}
