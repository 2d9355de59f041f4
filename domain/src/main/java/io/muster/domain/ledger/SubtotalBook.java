package io.muster.domain.ledger;

import io.muster.domain.statement.Segment;
import io.muster.domain.statement.SegmentPool;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The subtotals of one input partition in memory, and which of them changed since they were last handed on. */
public final class SubtotalBook implements Subtotals {

    private final Map<Cell, Entry> entries = new HashMap<>();
    private final List<Entry> changed = new ArrayList<>();
    private final SegmentPool segments = new SegmentPool();
    private final Map<String, String> names = new HashMap<>();

    @Override
    public void note(Cell cell, Segments stated, long recordedAt) {
        Entry entry = entry(cell);
        boolean news = entry.subtotal.see(recordedAt);
        for (Segment segment : segments.known(stated)) {
            news |= entry.subtotal.addSegment(segment, 0);
        }
        if (news) {
            mark(entry);
        }
    }

    @Override
    public void add(Cell cell, Status status, Segments stated, int by) {
        Entry entry = entry(cell);
        entry.subtotal.add(status, by);
        if (status == Status.ENROLLED) {
            for (Segment segment : segments.known(stated)) {
                entry.subtotal.addSegment(segment, by);
            }
        }
        mark(entry);
    }

    /** Takes over a subtotal that was kept elsewhere, as changed. */
    public void restore(Cell cell, Subtotal subtotal) {
        Entry entry = new Entry(shared(cell), subtotal);
        entries.put(entry.cell, entry);
        mark(entry);
    }

    /** The subtotal of a cell, or null where no statement ever named it. */
    public @Nullable Subtotal get(Cell cell) {
        Entry entry = entries.get(cell);
        return entry == null ? null : entry.subtotal;
    }

    /** How many subtotals changed since they were last handed on. */
    public int changedCount() {
        return changed.size();
    }

    /** Hands on every subtotal that changed. */
    public void drainChanged(BiConsumer<Cell, Subtotal> receiver) {
        for (Entry entry : changed) {
            entry.changed = false;
            receiver.accept(entry.cell, entry.subtotal);
        }
        changed.clear();
    }

    /** How many cells there are. */
    public int size() {
        return entries.size();
    }

    public void clear() {
        entries.clear();
        changed.clear();
        names.clear();
    }

    private Entry entry(Cell cell) {
        Entry entry = entries.get(cell);
        if (entry == null) {
            entry = new Entry(shared(cell), new Subtotal());
            entries.put(entry.cell, entry);
        }
        return entry;
    }

    private void mark(Entry entry) {
        if (!entry.changed) {
            entry.changed = true;
            changed.add(entry);
        }
    }

    /** The cell with names that are held once, however many cells bear them. */
    private Cell shared(Cell cell) {
        return new Cell(
                names.computeIfAbsent(cell.campaignId(), same -> same),
                names.computeIfAbsent(cell.areaId(), same -> same),
                cell.day());
    }

    private static final class Entry {
        private final Cell cell;
        private final Subtotal subtotal;
        private boolean changed;

        Entry(Cell cell, Subtotal subtotal) {
            this.cell = cell;
            this.subtotal = subtotal;
        }
    }
}
