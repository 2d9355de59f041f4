package io.muster.notifier.log;

import io.muster.contract.topic.RecordKeys;
import io.muster.domain.tally.RowKey.OfAlert;
import io.muster.notifier.DeliveryRecord;
import io.muster.notifier.Scope;
import io.muster.schema.Notification;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The delivery state of every receiver: a fold of {@code muster.notifications}. */
final class DeliveryStates {

    private final Map<String, Map<OfAlert, DeliveryRecord>> records = new HashMap<>();
    private final Map<String, Scope> scopes = new HashMap<>();

    /**
     * Applies one record of the topic.
     *
     * @param value null for a tombstone
     * @throws IllegalArgumentException if the key is malformed
     */
    void put(String key, @Nullable Notification value) {
        RecordKeys.NotificationKey parsed = RecordKeys.parseNotification(key);
        if (parsed.alert() == null) {
            putScope(parsed.receiver(), value);
        } else {
            putRecord(parsed.receiver(), parsed.alert(), value);
        }
    }

    private void putScope(String receiver, @Nullable Notification value) {
        Scope scope = value == null
                ? null
                : value.getScope().map(DeliveryRecordMapping::fromAvro).orElse(null);
        if (scope == null) {
            scopes.remove(receiver);
        } else {
            scopes.put(receiver, scope);
        }
    }

    private void putRecord(String receiver, OfAlert alert, @Nullable Notification value) {
        DeliveryRecord record = value == null
                ? null
                : value.getAlert()
                        .map(sent -> DeliveryRecordMapping.fromAvro(sent, value.getAt()))
                        .orElse(null);
        Map<OfAlert, DeliveryRecord> ofReceiver = records.computeIfAbsent(receiver, any -> new HashMap<>());
        if (record == null) {
            ofReceiver.remove(alert);
        } else {
            ofReceiver.put(alert, record);
        }
    }

    DeliveryState of(String receiver) {
        return new DeliveryState(records.getOrDefault(receiver, Map.of()), scopes.get(receiver));
    }

    void clear() {
        records.clear();
        scopes.clear();
    }
}
