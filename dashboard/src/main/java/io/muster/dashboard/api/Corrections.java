package io.muster.dashboard.api;

import io.muster.dashboard.view.Board;
import io.muster.dashboard.view.CampaignView;
import io.muster.dashboard.view.CorrectionCount;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The corrections of one campaign on one board, by area and local day. */
final class Corrections {

    private final Map<String, Area> definitions;
    private final Campaign campaign;
    private final Instant endOfAsOfDay;
    private final List<CorrectionCount> counts;

    Corrections(Board board, Campaign campaign) {
        this.definitions = board.areas();
        this.campaign = campaign;
        this.endOfAsOfDay = endOfAsOfDay(board, campaign);
        this.counts = board.corrections().getOrDefault(campaign.campaignId(), List.of());
    }

    private static Instant endOfAsOfDay(Board board, Campaign campaign) {
        CampaignView view = board.campaigns().get(campaign.campaignId());
        var progress = view == null ? null : view.progress();
        LocalDate asOfDay = progress == null ? null : progress.row().asOfDay();
        return asOfDay == null ? Instant.MAX : campaign.startOf(asOfDay.plusDays(1));
    }

    /** The days on which any were made, the latest first. */
    List<CorrectionDay> of(String areaId) {
        NavigableMap<LocalDate, CorrectionDay> days = new TreeMap<>(Comparator.reverseOrder());
        for (CorrectionCount count : counts) {
            LocalDate date = day(count);
            CorrectionDay day = of(areaId, date, count);
            if (!day.equals(CorrectionDay.none(date))) {
                days.merge(date, day, CorrectionDay::plus);
            }
        }
        return List.copyOf(days.values());
    }

    CorrectionDay on(LocalDate date, String areaId) {
        return counts.stream()
                .filter(count -> day(count).equals(date))
                .map(count -> of(areaId, date, count))
                .reduce(CorrectionDay.none(date), CorrectionDay::plus);
    }

    private LocalDate day(CorrectionCount count) {
        return LocalDate.ofInstant(count.madeAt(endOfAsOfDay), campaign.zone());
    }

    private CorrectionDay of(String areaId, LocalDate date, CorrectionCount count) {
        boolean was = isWithin(count.fromAreaId(), areaId);
        boolean is = isWithin(count.toAreaId(), areaId);
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

    private boolean isWithin(String areaId, String above) {
        Set<String> seen = new HashSet<>();
        for (String id = areaId; id != null && seen.add(id); ) {
            if (id.equals(above)) {
                return true;
            }
            Area area = definitions.get(id);
            id = area == null ? null : area.parentId();
        }
        return false;
    }
}
