package io.muster.notifier.log;

import static io.muster.contract.topic.RecordKeys.COUNT_SEPARATOR;

import io.muster.contract.topic.RecordKeys;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.tally.RowKey.OfAlert;
import io.muster.notifier.DeliveryRecord;
import io.muster.notifier.Notification.Kind;
import io.muster.notifier.Scope;
import io.muster.schema.Notification;
import io.muster.schema.NotifiedAlert;
import io.muster.schema.NotifiedScope;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fold of the topic: what each receiver was last told. Knows how records are written. */
final class DeliveryStates {

    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(String.valueOf(COUNT_SEPARATOR)));
    private static final int PARTS = 4;

    private final Map<String, Map<OfAlert, DeliveryRecord>> records = new HashMap<>();
    private final Map<String, Scope> scopes = new HashMap<>();

    /**
     * @param value null where it was removed
     * @throws IllegalArgumentException if that is no key of the topic
     */
    void put(String key, @Nullable Notification value) {
        String[] parts = SEPARATOR.split(key, -1);
        if (parts.length == 1) {
            putScope(key, value);
        } else if (parts.length == PARTS) {
            putMark(parts[0], new OfAlert(parts[1], parts[2], AlertRule.valueOf(parts[3])), value);
        } else {
            throw new IllegalArgumentException(
                    "the key has " + parts.length + " parts, not 1 or " + PARTS + ": " + key);
        }
    }

    private void putScope(String receiver, @Nullable Notification value) {
        Scope scope = value == null
                ? null
                : value.getScope().map(DeliveryStates::scope).orElse(null);
        if (scope == null) {
            scopes.remove(receiver);
        } else {
            scopes.put(receiver, scope);
        }
    }

    private void putMark(String receiver, OfAlert alert, @Nullable Notification value) {
        DeliveryRecord record = value == null
                ? null
                : value.getAlert().map(told -> record(told, value.getAt())).orElse(null);
        Map<OfAlert, DeliveryRecord> known = records.computeIfAbsent(receiver, any -> new HashMap<>());
        if (record == null) {
            known.remove(alert);
        } else {
            known.put(alert, record);
        }
    }

    DeliveryState known(String receiver) {
        return new DeliveryState(records.getOrDefault(receiver, Map.of()), scopes.get(receiver));
    }

    void clear() {
        records.clear();
        scopes.clear();
    }

    static String key(String receiver, OfAlert alert) {
        return RecordKeys.notification(
                receiver,
                RecordKeys.alert(
                        alert.campaignId(), alert.areaId(), alert.rule().name()));
    }

    static Notification toAvro(DeliveryRecord record) {
        return new Notification(
                record.at(),
                new NotifiedAlert(
                        record.firedAt(),
                        record.endedAt(),
                        record.kind() == Kind.WITHDRAWN,
                        record.repeat(),
                        record.key(),
                        record.accepted()),
                null);
    }

    static Notification toAvro(Scope scope, Instant at) {
        return new Notification(
                at,
                null,
                new NotifiedScope(
                        sorted(scope.campaigns()),
                        sorted(scope.areas()),
                        sorted(scope.rules().stream().map(AlertRule::name).collect(Collectors.toSet()))));
    }

    private static DeliveryRecord record(NotifiedAlert told, Instant at) {
        Kind kind =
                told.getWithdrawn() ? Kind.WITHDRAWN : told.getResolvedAt().isPresent() ? Kind.RESOLVED : Kind.FIRING;
        return new DeliveryRecord(
                kind,
                told.getFiredAt(),
                told.getResolvedAt().orElse(null),
                told.getRepeat(),
                told.getKey().orElse(null),
                at,
                told.getAccepted());
    }

    private static Scope scope(NotifiedScope scope) {
        return new Scope(
                new HashSet<>(scope.getCampaigns()),
                new HashSet<>(scope.getAreas()),
                scope.getRules().stream().map(AlertRule::valueOf).collect(Collectors.toSet()));
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
