package io.muster.notifier;

import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.RowKey.OfAlert;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver is to be told now, and when to look again: a function of the alerts, what it was told, and the time.
 *
 * @param bundles what is to be told now, one message for each campaign
 * @param noticed by campaign, since when there is something to tell that still waits
 * @param nextLook when something will be due if nothing changes; null if nothing will
 * @param forgettable marks that say nothing any more
 */
public record Plan(
        List<Bundle> bundles,
        Map<String, Instant> noticed,
        @Nullable Instant nextLook,
        List<OfAlert> forgettable) {

    /** What is to be told of one campaign, in one message. */
    public record Bundle(String campaignId, List<Tiding> tidings) {}

    private static final Comparator<Tiding> ORDER = Comparator.comparing(Tiding::kind)
            .thenComparing(tiding -> tiding.alert().rule())
            .thenComparing(tiding -> tiding.alert().areaId());

    /**
     * @param marks what the receiver was told
     * @param noticed as the plan before this one said; empty at first
     */
    public static Plan of(
            Receiver receiver, Alerts alerts, Map<OfAlert, Mark> marks, Map<String, Instant> noticed, Instant now) {
        News news = new News(receiver, alerts, marks);
        Map<String, List<Tiding>> byCampaign = news.at(now).stream()
                .sorted(ORDER)
                .collect(Collectors.groupingBy(
                        tiding -> tiding.alert().campaignId(), TreeMap::new, Collectors.toList()));
        List<Bundle> bundles = new ArrayList<>();
        Map<String, Instant> stillNoticed = new HashMap<>();
        Instant nextLook = news.nextRepeat(now);
        for (Map.Entry<String, List<Tiding>> campaign : byCampaign.entrySet()) {
            String id = campaign.getKey();
            Instant since = noticed.getOrDefault(id, now);
            stillNoticed.put(id, since);
            Instant due = due(receiver, campaign.getValue(), since, now, alerts.zone(id));
            if (due.isAfter(now)) {
                nextLook = nextLook == null || due.isBefore(nextLook) ? due : nextLook;
            } else {
                bundles.add(new Bundle(id, List.copyOf(campaign.getValue())));
            }
        }
        return new Plan(bundles, stillNoticed, nextLook, news.forgettable());
    }

    /** What was over before the receiver, or a part of its scope, was known, and is marked as told. */
    public static List<AlertRow> history(
            Receiver receiver, Alerts alerts, Map<OfAlert, Mark> marks, @Nullable Scope before) {
        return new News(receiver, alerts, marks).history(before);
    }

    private static Instant due(Receiver receiver, List<Tiding> tidings, Instant since, Instant now, ZoneId zone) {
        boolean waits = tidings.stream().anyMatch(Tiding::isNews);
        Instant grouped = waits ? since.plus(receiver.groupWait()) : since;
        Instant soonest = grouped.isAfter(now) ? grouped : now;
        return receiver.quietHours() == null ? soonest : receiver.quietHours().firstLoud(soonest, zone);
    }
}
