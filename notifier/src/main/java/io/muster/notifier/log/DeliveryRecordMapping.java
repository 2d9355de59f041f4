package io.muster.notifier.log;

import io.muster.contract.topic.RecordKeys;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.tally.RowKey.OfAlert;
import io.muster.notifier.DeliveryRecord;
import io.muster.notifier.DeliveryRecord.Status;
import io.muster.notifier.Notification.Kind;
import io.muster.notifier.Scope;
import io.muster.schema.Notification;
import io.muster.schema.NotifiedAlert;
import io.muster.schema.NotifiedScope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Maps delivery records and scopes to the keys and Avro values of {@code muster.notifications}. */
final class DeliveryRecordMapping {

    private DeliveryRecordMapping() {}

    static String key(String receiver, OfAlert alert) {
        return RecordKeys.notification(receiver, alert);
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
                        !record.isUncertain()),
                null);
    }

    static DeliveryRecord fromAvro(NotifiedAlert alert, Instant at) {
        return new DeliveryRecord(
                kind(alert),
                alert.getFiredAt(),
                alert.getResolvedAt().orElse(null),
                alert.getRepeat(),
                alert.getKey().orElse(null),
                at,
                status(alert));
    }

    private static Kind kind(NotifiedAlert alert) {
        if (alert.getWithdrawn()) {
            return Kind.WITHDRAWN;
        }
        return alert.getResolvedAt().isPresent() ? Kind.RESOLVED : Kind.FIRING;
    }

    private static Status status(NotifiedAlert alert) {
        if (!alert.getAccepted()) {
            return Status.ATTEMPTED;
        }
        return alert.getKey().isPresent() ? Status.ACCEPTED : Status.HISTORICAL;
    }

    static Notification toAvro(Scope scope, Instant at) {
        return new Notification(
                at,
                null,
                new NotifiedScope(
                        sorted(scope.campaigns(), CampaignId::value),
                        sorted(scope.areas(), AreaId::value),
                        sorted(scope.rules(), AlertRule::name)));
    }

    static Scope fromAvro(NotifiedScope scope) {
        return new Scope(
                scope.getCampaigns().stream().map(CampaignId::new).collect(Collectors.toSet()),
                scope.getAreas().stream().map(AreaId::new).collect(Collectors.toSet()),
                scope.getRules().stream().map(AlertRule::valueOf).collect(Collectors.toSet()));
    }

    private static <T> List<String> sorted(Set<T> all, Function<T, String> text) {
        return all.stream().map(text).sorted().toList();
    }
}
