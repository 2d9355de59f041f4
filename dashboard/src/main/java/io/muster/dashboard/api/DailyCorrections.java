package io.muster.dashboard.api;

import io.muster.board.Board;
import io.muster.board.CorrectionCount;
import io.muster.domain.AreaId;
import io.muster.domain.ledger.CorrectionEffect;
import io.muster.domain.reference.AreaTree;
import io.muster.domain.reference.Campaign;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Computes the corrections of one area, including all areas below it, by local day. */
final class DailyCorrections {

    private final AreaTree tree;
    private final Campaign campaign;
    private final LocalDate asOfDay;
    private final Instant endOfAsOfDay;
    private final List<CorrectionCount> counts;
    private final AreaId areaId;
    private final Map<AreaId, Boolean> withinArea = new HashMap<>();
    private final Map<Instant, LocalDate> days = new HashMap<>();

    /** @param asOfDay last counted day */
    DailyCorrections(Board board, Campaign campaign, LocalDate asOfDay, AreaId areaId) {
        this.tree = AreaTree.of(board.areas());
        this.campaign = campaign;
        this.asOfDay = asOfDay;
        this.endOfAsOfDay = campaign.startOf(asOfDay.plusDays(1));
        this.counts = board.corrections().getOrDefault(campaign.campaignId(), List.of());
        this.areaId = areaId;
    }

    /** The days with corrections, the latest first. */
    List<CorrectionDay> all() {
        NavigableMap<LocalDate, CorrectionDay> made = new TreeMap<>(Comparator.reverseOrder());
        for (CorrectionCount count : counts) {
            LocalDate date = day(count);
            CorrectionDay day = of(date, count);
            if (!day.equals(CorrectionDay.none(date))) {
                made.merge(date, day, CorrectionDay::plus);
            }
        }
        return List.copyOf(made.values());
    }

    CorrectionDay on(LocalDate date) {
        return counts.stream()
                .filter(count -> day(count).equals(date))
                .map(count -> of(date, count))
                .reduce(CorrectionDay.none(date), CorrectionDay::plus);
    }

    private LocalDate day(CorrectionCount count) {
        return days.computeIfAbsent(
                count.madeAt(endOfAsOfDay), quarter -> LocalDate.ofInstant(quarter, campaign.zone()));
    }

    private CorrectionDay of(LocalDate date, CorrectionCount count) {
        CorrectionEffect effect = CorrectionEffect.of(count.from(), count.to(), this::isWithin, this::isCounted);
        return effect == null ? CorrectionDay.none(date) : CorrectionDay.of(date, effect, count.count());
    }

    private boolean isCounted(LocalDate day) {
        return campaign.covers(day) && !day.isAfter(asOfDay);
    }

    private boolean isWithin(AreaId id) {
        return withinArea.computeIfAbsent(id, any -> tree.isWithin(any, areaId));
    }
}
