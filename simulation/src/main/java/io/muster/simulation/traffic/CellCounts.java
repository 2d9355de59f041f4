package io.muster.simulation.traffic;

/** Number of participants per campaign, commune and day. */
final class CellCounts {

    private final int communes;
    private final int days;
    private final int[] counts;

    CellCounts(TrafficPlan plan) {
        this.communes = plan.areas();
        this.days = plan.span().days();
        this.counts = new int[plan.campaigns() * communes * days];
    }

    void add(int campaign, int commune, int day, int change) {
        counts[index(campaign, commune, day)] += change;
    }

    int get(int campaign, int commune, int day) {
        return counts[index(campaign, commune, day)];
    }

    private int index(int campaign, int commune, int day) {
        return (campaign * communes + commune) * days + day;
    }
}
