package io.muster.dashboard.api;

import io.muster.board.AreaView;
import io.muster.board.Board;
import io.muster.board.CampaignView;
import io.muster.board.Published;
import io.muster.domain.AreaId;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.plan.LastSevenDays;
import io.muster.domain.plan.Pace;
import io.muster.domain.plan.PlanShare;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaTree;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.Target;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.DayRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Figures, names and paths of the areas of one campaign on one board. Not thread-safe. */
public final class AreaLookup {

    private final CampaignView campaign;
    private final Map<AreaId, Area> definitions;
    private @Nullable Set<AreaId> parents;

    public AreaLookup(Board board, CampaignView campaign) {
        this.campaign = campaign;
        this.definitions = board.areas();
    }

    /** All counted areas. */
    Stream<AreaFigures> all() {
        return campaign.rows().map(row -> figures(row.row().areaId(), row));
    }

    /** The figures of an area; null if it is not counted. */
    public @Nullable AreaFigures of(AreaId areaId) {
        AreaView view = campaign.areas().get(areaId);
        return view == null || view.progress() == null ? null : figures(areaId, view.progress());
    }

    /** The defined areas from the root of the campaign to this area. */
    List<Area> path(AreaId areaId) {
        Set<AreaId> root = campaign.definition() == null
                ? Set.of()
                : Set.of(campaign.definition().rootAreaId());
        List<Area> path = new ArrayList<>();
        for (AreaId id : AreaTree.of(definitions).path(areaId, root).areaIds()) {
            Area area = definitions.get(id);
            if (area != null) {
                path.add(0, area);
            }
        }
        return path;
    }

    /** Labels that distinguish areas of these levels. */
    LocalizedLabels labels(Set<String> levels) {
        return new LocalizedLabels(campaign.definition(), definitions, levels);
    }

    /**
     * Counts stated for areas that are neither listed nor below a listed one.
     *
     * @param parent only this area and areas below it
     */
    List<OwnFigures> ownBeside(Set<AreaId> listed, Optional<AreaId> parent) {
        return campaign.rows()
                .map(Published::row)
                .filter(row -> row.own().enrolled() != 0
                        || row.own().today() != 0
                        || row.own().last7Days() != 0)
                .filter(row -> {
                    List<AreaId> path =
                            path(row.areaId()).stream().map(Area::areaId).toList();
                    return path.stream().noneMatch(listed::contains)
                            && parent.map(path::contains).orElse(true);
                })
                .map(row -> OwnFigures.of(row, names(row.areaId())))
                .sorted(Comparator.comparing(OwnFigures::areaId))
                .toList();
    }

    /** The level of an area; empty if it is not defined. */
    Optional<String> level(AreaId areaId) {
        return Optional.ofNullable(definitions.get(areaId)).map(Area::level);
    }

    Map<String, String> names(AreaId areaId) {
        Area area = definitions.get(areaId);
        return area == null ? Map.of() : area.names();
    }

    private AreaFigures figures(AreaId areaId, Published<AreaRow> published) {
        AreaView view = campaign.areas().get(areaId);
        Area area = definitions.get(areaId);
        AreaRow row = published.row();
        List<DayRow> certified = view == null ? List.of() : certified(view);
        return new AreaFigures(
                row,
                published.computedAt(),
                new AreaFigures.Definition(
                        names(areaId), area == null ? null : area.kind(), area == null ? null : area.position()),
                hasChildren(areaId),
                view == null ? List.of() : recentDays(view, row.asOfDay()),
                new AreaFigures.Plan(
                        row.pace().gap(row.enrolled()),
                        expectedPersons(row.target(), row.asOfDay()),
                        personsPerDay(row.target(), row.enrolled(), row.today(), row.asOfDay())),
                view == null ? List.of() : firing(view),
                certified.isEmpty()
                        ? new AreaFigures.Certification(null, null)
                        : new AreaFigures.Certification(
                                certified.get(certified.size() - 1).date(),
                                certified.stream()
                                        .mapToLong(AreaLookup::adjustment)
                                        .sum()));
    }

    /** Expected by the end of the previous day, in whole persons; null without a target or a definition. */
    @Nullable
    Long expectedPersons(@Nullable Long target, LocalDate asOfDay) {
        Campaign definition = campaign.definition();
        Long aim = Target.aim(target);
        return aim == null || definition == null ? null : (Long) PlanShare.expectedPersons(aim, asOfDay, definition);
    }

    /** Required per remaining day, in whole persons; null without a target, a definition or a remaining day. */
    @Nullable
    Long personsPerDay(@Nullable Long target, long enrolled, long today, LocalDate asOfDay) {
        Campaign definition = campaign.definition();
        Long aim = Target.aim(target);
        return aim == null || definition == null
                ? null
                : Pace.personsPerDay(definition, asOfDay, aim, enrolled - today);
    }

    /** Enrolled on a day of the campaign; 0 on other days. */
    long enrolledOn(AreaId areaId, LocalDate day) {
        AreaView view = campaign.areas().get(areaId);
        return view == null || !covers(day) ? 0 : view.dayTable().enrolled(day);
    }

    private boolean hasChildren(AreaId areaId) {
        if (parents == null) {
            parents = campaign.rows().map(row -> row.row().parentId()).collect(Collectors.toSet());
        }
        return parents.contains(areaId);
    }

    private List<Long> recentDays(AreaView view, LocalDate asOfDay) {
        Campaign definition = campaign.definition();
        return definition == null
                ? Collections.nCopies(LastSevenDays.LENGTH, 0L)
                : LastSevenDays.each(definition, asOfDay, view.dayTable()::enrolled);
    }

    private boolean covers(LocalDate day) {
        return campaign.definition() != null && campaign.definition().covers(day);
    }

    private List<DayRow> certified(AreaView view) {
        if (!view.dayTable().isCertified()) {
            return List.of();
        }
        return view.days().values().stream()
                .map(Published::row)
                .filter(day -> day.certified() != null && covers(day.date()))
                .toList();
    }

    private static long adjustment(DayRow day) {
        Long adjustment = day.adjustment();
        return adjustment == null ? 0 : adjustment;
    }

    private static List<AlertRule> firing(AreaView view) {
        return Stream.of(AlertRule.values())
                .filter(rule -> {
                    var alert = view.alerts().get(rule);
                    return alert != null && alert.row().isFiring();
                })
                .toList();
    }
}
