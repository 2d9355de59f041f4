package io.muster.notifier.marks;

import io.muster.contract.topic.RecordKeys;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.tally.RowKey.OfAlert;
import io.muster.notifier.Mark;
import io.muster.notifier.Scope;
import io.muster.notifier.Tiding.Kind;
import io.muster.schema.Notification;
import io.muster.schema.NotifiedAlert;
import io.muster.schema.NotifiedScope;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fold of the topic: what each receiver was last told. Knows how marks are written. */
final class MarkBook {

    private final Map<String, Map<OfAlert, Mark>> marks = new HashMap<>();
    private final Map<String, Scope> scopes = new HashMap<>();

    /**
     * @param value null where it was removed
     * @throws IllegalArgumentException if that is no key of the topic
     */
    void put(String key, @Nullable Notification value) {
        RecordKeys.NotificationKey parsed = RecordKeys.parseNotification(key);
        if (parsed.alert() == null) {
            putScope(parsed.receiver(), value);
        } else {
            putMark(parsed.receiver(), parsed.alert(), value);
        }
    }

    private void putScope(String receiver, @Nullable Notification value) {
        Scope scope =
                value == null ? null : value.getScope().map(MarkBook::scope).orElse(null);
        if (scope == null) {
            scopes.remove(receiver);
        } else {
            scopes.put(receiver, scope);
        }
    }

    private void putMark(String receiver, OfAlert alert, @Nullable Notification value) {
        Mark mark = value == null
                ? null
                : value.getAlert().map(told -> mark(told, value.getAt())).orElse(null);
        Map<OfAlert, Mark> known = marks.computeIfAbsent(receiver, any -> new HashMap<>());
        if (mark == null) {
            known.remove(alert);
        } else {
            known.put(alert, mark);
        }
    }

    Known known(String receiver) {
        return new Known(marks.getOrDefault(receiver, Map.of()), scopes.get(receiver));
    }

    void clear() {
        marks.clear();
        scopes.clear();
    }

    static String key(String receiver, OfAlert alert) {
        return RecordKeys.notification(receiver, alert);
    }

    static Notification toAvro(Mark mark) {
        return new Notification(
                mark.at(),
                new NotifiedAlert(
                        mark.firedAt(),
                        mark.endedAt(),
                        mark.kind() == Kind.WITHDRAWN,
                        mark.repeat(),
                        mark.key(),
                        mark.accepted()),
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

    private static Mark mark(NotifiedAlert told, Instant at) {
        Kind kind =
                told.getWithdrawn() ? Kind.WITHDRAWN : told.getResolvedAt().isPresent() ? Kind.RESOLVED : Kind.FIRING;
        return new Mark(
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
