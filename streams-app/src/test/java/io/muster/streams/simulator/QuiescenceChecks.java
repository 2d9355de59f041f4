package io.muster.streams.simulator;

import io.muster.contract.mapping.RowMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.oracle.Rows;
import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.RowKey;
import io.muster.schema.Alert;
import io.muster.schema.Heartbeat;
import io.muster.streams.mapping.AlertBytes;
import io.muster.streams.mapping.PublishedKey;
import io.muster.streams.simulator.engine.Application;
import io.muster.streams.simulator.engine.Instance;
import io.muster.streams.simulator.log.Entry;
import io.muster.streams.topology.ledger.LedgerStage;
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import io.muster.streams.topology.tally.TallyStage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Checks that hold at rest: heartbeats, uncommitted counts, alerts, and the keys that the tally stores of its published
 * rows.
 */
final class QuiescenceChecks {

    private static final String PUBLISHED_ROWS = "published-rows";

    private final Cluster cluster;
    private final Applications applications;
    private final PublishedOutput output;
    private final Rows rows;
    private final LedgerStore store;
    private final List<String> broken = new ArrayList<>();

    QuiescenceChecks(Cluster cluster, Applications applications, PublishedOutput output, Rows rows, LedgerStore store) {
        this.cluster = cluster;
        this.applications = applications;
        this.output = output;
        this.rows = rows;
        this.store = store;
    }

    List<String> broken() {
        Application last = applications.last();
        for (Instance instance : last.instances()) {
            broken.addAll(((RunChecks) instance.observer()).brokenAtRest());
        }
        heartbeats(last);
        storedKeys(last);
        standings(last);
        alerts();
        order();
        return broken;
    }

    /** The heartbeat of each task that processed a record names the last one. */
    private void heartbeats(Application last) {
        SortedMap<String, Heartbeat> heartbeats = output.latest(Topics.HEARTBEATS);
        for (Instance instance : last.instances()) {
            instance.lastProcessed().forEach((input, entry) -> {
                String stage = input.topic().equals(Topics.ENROLLMENTS.name()) ? "ledger" : "tally";
                Heartbeat heartbeat = heartbeats.get(RecordKeys.heartbeat(last.id(), stage, input.partition()));
                if (heartbeat == null
                        || heartbeat.getCountedThrough().orElse(-1L) != entry.offset() + 1
                        || !heartbeat
                                .getRecordTime()
                                .equals(Optional.of(Instant.ofEpochMilli(Math.max(0, entry.timestamp()))))) {
                    broken.add(input + " processed " + entry.offset() + " last, but its heartbeat is " + heartbeat);
                }
            });
        }
    }

    /** The tally stores exactly the keys of the rows on the topics, and every alert as published. */
    private void storedKeys(Application last) {
        Map<String, byte[]> kept = last.stored(PUBLISHED_ROWS);
        if (!kept.keySet().equals(PublishedOutput.rowKeys(cluster.log()))) {
            broken.add("the tally stores " + kept.keySet() + ", but the topics hold "
                    + PublishedOutput.rowKeys(cluster.log()));
        } else {
            rows.alerts().forEach((key, row) -> {
                byte[] bytes = Objects.requireNonNull(kept.get(named(Topics.ALERTS, key)));
                RowKey.OfAlert of = new RowKey.OfAlert(row.campaignId(), row.areaId(), row.rule());
                if (!row.equals(AlertBytes.read(of, bytes))) {
                    broken.add("the tally stores another alert than " + row);
                }
            });
        }
    }

    /** The start check finds the changelog of standings by its name. */
    private void standings(Application last) {
        boolean isThere = cluster.log().has(LedgerStage.standingsChangelog(last.id()));
        if (isThere != (store == LedgerStore.ROCKSDB)) {
            broken.add((isThere ? "a" : "no") + " changelog of standings, but the ledger is in " + store);
        }
    }

    private static String named(Topic<?> topic, String key) {
        return PublishedKey.of(topic.name(), key);
    }

    /** No alert is published twice unchanged, except once by the successor. */
    private void alerts() {
        Map<String, AlertRow> before = new HashMap<>();
        for (Entry entry : output.entries(Topics.ALERTS)) {
            String key = group(entry) + " " + PublishedOutput.key(entry);
            AlertRow row = entry.value() == null ? null : row(output.read(Topics.ALERTS, entry.value()));
            AlertRow last = row == null ? before.remove(key) : before.put(key, row);
            if (row != null && row.equals(last)) {
                broken.add("published again unchanged: " + key + " as " + row);
            }
        }
    }

    private static AlertRow row(Alert alert) {
        return RowMapping.fromAvro(
                new CampaignId(alert.getCampaignId()),
                new AreaId(alert.getAreaId()),
                AlertRule.valueOf(alert.getRule().name()),
                alert);
    }

    /** No topic has a row of the predecessor after one of the successor. */
    private void order() {
        SortedMap<String, Boolean> begun = new TreeMap<>();
        for (Topic<?> topic : TallyStage.OUTPUTS) {
            for (Entry entry : output.entries(topic)) {
                boolean isSecond = group(entry).equals(Applications.SECOND);
                if (begun.merge(topic.name(), isSecond, Boolean::logicalOr) && !isSecond) {
                    broken.add(topic.name() + " has rows of the predecessor after rows of the successor");
                }
            }
        }
    }

    private static String group(Entry entry) {
        return Objects.requireNonNull(entry.transaction()).group();
    }
}
