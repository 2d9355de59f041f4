package io.muster.simulation.traffic;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Expected totals of generated statements.
 *
 * @param statements including duplicates
 * @param participants enrolled at least once
 * @param campaigns in the order of the plan
 */
public record ExpectedTotals(
        long statements,
        long participants,
        long duplicates,
        long withdrawals,
        long moves,
        List<CampaignTotals> campaigns) {

    public ExpectedTotals {
        campaigns = List.copyOf(campaigns);
    }

    /**
     * Totals of one campaign, at its root area.
     *
     * @param enrolled net, over all days
     * @param withdrawn participants who withdrew
     */
    public record CampaignTotals(
            CampaignId campaignId, AreaId rootAreaId, long enrolled, long withdrawn, List<DistrictTotals> districts) {
        public CampaignTotals {
            districts = List.copyOf(districts);
        }
    }

    /**
     * Totals of one district.
     *
     * @param enrolledByDay without empty days
     * @param withdrawnByDay without empty days
     * @param enrolledByCommune by area id, without empty communes
     */
    public record DistrictTotals(
            AreaId areaId,
            long enrolled,
            long withdrawn,
            SortedMap<LocalDate, Long> enrolledByDay,
            SortedMap<LocalDate, Long> withdrawnByDay,
            SortedMap<AreaId, Long> enrolledByCommune) {}

    static List<CampaignTotals> campaigns(TrafficPlan plan, CellCounts enrolled, CellCounts withdrawn) {
        List<CampaignTotals> campaigns = new ArrayList<>();
        for (int campaign = 0; campaign < plan.campaigns(); campaign++) {
            List<DistrictTotals> districts = new ArrayList<>();
            for (int district = 0; district < TrafficTree.districts(plan.areas()); district++) {
                districts.add(district(plan, campaign, district, enrolled, withdrawn));
            }
            campaigns.add(new CampaignTotals(
                    plan.campaignId(campaign),
                    TrafficTree.PROVINCE,
                    districts.stream().mapToLong(DistrictTotals::enrolled).sum(),
                    districts.stream().mapToLong(DistrictTotals::withdrawn).sum(),
                    districts));
        }
        return campaigns;
    }

    private static DistrictTotals district(
            TrafficPlan plan, int campaign, int district, CellCounts enrolled, CellCounts withdrawn) {
        SortedMap<LocalDate, Long> enrolledByDay = new TreeMap<>();
        SortedMap<LocalDate, Long> withdrawnByDay = new TreeMap<>();
        SortedMap<AreaId, Long> enrolledByCommune = new TreeMap<>();
        for (int commune = 0; commune < plan.areas(); commune++) {
            if (TrafficTree.districtOf(commune) == district) {
                for (int day = 0; day < plan.span().days(); day++) {
                    LocalDate date = plan.span().startsOn().plusDays(day);
                    long in = enrolled.get(campaign, commune, day);
                    add(enrolledByDay, date, in);
                    add(enrolledByCommune, TrafficTree.communeId(commune), in);
                    add(withdrawnByDay, date, withdrawn.get(campaign, commune, day));
                }
            }
        }
        return new DistrictTotals(
                TrafficTree.districtId(district),
                sum(enrolledByDay),
                sum(withdrawnByDay),
                enrolledByDay,
                withdrawnByDay,
                enrolledByCommune);
    }

    private static <K> void add(SortedMap<K, Long> counts, K key, long count) {
        if (count > 0) {
            counts.merge(key, count, Long::sum);
        }
    }

    private static long sum(SortedMap<LocalDate, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
