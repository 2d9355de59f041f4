package io.muster.dashboard.api;

import io.muster.dashboard.view.Board;
import io.muster.dashboard.view.CampaignView;
import io.muster.dashboard.view.CorrectionCount;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The corrections of one area and all below it in one campaign on one board, by local day. */
final class Corrections {

    private final Map<String, Area> definitions;
    private final Campaign campaign;
    private final Instant endOfAsOfDay;
    private final List<CorrectionCount> counts;
    private final String areaId;
    private final Map<String, Boolean> withinArea = new HashMap<>();
    private final Map<Instant, LocalDate> days = new HashMap<>();

    Corrections(Board board, Campaign campaign, String areaId) {
        this.definitions = board.areas();
        this.campaign = campaign;
        this.endOfAsOfDay = endOfAsOfDay(board, campaign);
        this.counts = board.corrections().getOrDefault(campaign.campaignId(), List.of());
        this.areaId = areaId;
    }

    private static Instant endOfAsOfDay(Board board, Campaign campaign) {
        CampaignView view = board.campaigns().get(campaign.campaignId());
        var progress = view == null ? null : view.progress();
        LocalDate asOfDay = progress == null ? null : progress.row().asOfDay();
        return asOfDay == null ? Instant.MAX : campaign.startOf(asOfDay.plusDays(1));
    }

    /** The days on which any were made, the latest first. */
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
        boolean was = isWithin(count.fromAreaId());
        boolean is = isWithin(count.toAreaId());
        long n = count.count();
        return switch (count.kind()) {
            case MOVED ->
                was && is
                        ? new CorrectionDay(date, 0, 0, n, 0, 0, 0, 0)
                        : is
                                ? new CorrectionDay(date, n, 0, 0, 0, 0, 0, n)
                                : was ? new CorrectionDay(date, 0, n, 0, 0, 0, 0, -n) : CorrectionDay.none(date);
            case WITHDRAWN -> was ? new CorrectionDay(date, 0, 0, 0, n, 0, 0, -n) : CorrectionDay.none(date);
            case RESTORED -> is ? new CorrectionDay(date, 0, 0, 0, 0, n, 0, n) : CorrectionDay.none(date);
            case DAY_CHANGED -> is ? new CorrectionDay(date, 0, 0, 0, 0, 0, n, 0) : CorrectionDay.none(date);
            case OTHER -> CorrectionDay.none(date);
        };
    }

    /** Asked of thousands of areas with few above them: what is known of one is known of all below it. */
    private boolean isWithin(String id) {
        Boolean known = withinArea.get(id);
        if (known != null) {
            return known;
        }
        // where the tree has a circle the way up comes here again
        withinArea.put(id, false);
        Area area = definitions.get(id);
        boolean within = id.equals(areaId) || (area != null && area.parentId() != null && isWithin(area.parentId()));
        withinArea.put(id, within);
        return within;
    }
}
