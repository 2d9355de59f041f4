package io.muster.notifier.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.muster.notifier.Message;
import java.time.Duration;
import java.time.Instant;

/**
 * Posts to Prometheus Alertmanager the way Prometheus does. A firing alert is resent at intervals, each time with an
 * {@code endsAt} in the near future, so that Alertmanager resolves it if the resends stop. Alertmanager identifies
 * alerts by their labels.
 *
 * <p>COMPLETED and MISSED never end. They are sent once, with an {@code endsAt} that leaves Alertmanager time to
 * notify.
 */
public final class AlertmanagerChannel implements Channel {

    /**
     * Longer than Alertmanager's default {@code group_interval} and shorter than its default {@code repeat_interval}.
     */
    private static final Duration ONE_TIME_VALIDITY = Duration.ofHours(1);

    private static final int TOLERATED_RESENDS = 4;

    private final HttpPost post;
    private final Duration validity;

    /**
     * @param post to {@code …/api/v2/alerts}
     * @param resendInterval how often firing alerts are resent
     */
    public AlertmanagerChannel(HttpPost post, Duration resendInterval) {
        this.post = post;
        this.validity = resendInterval.multipliedBy(TOLERATED_RESENDS);
    }

    @Override
    public void deliver(Message message) throws DeliveryFailedException, InterruptedException {
        post.send(message.key(), body(message), message.at());
    }

    private ArrayNode body(Message message) {
        ArrayNode alerts = JsonNodeFactory.instance.arrayNode();
        message.items().stream()
                .map(item -> PrometheusAlert.of(message, item))
                .forEach(alert -> alerts.add(alert.json()
                        .put("startsAt", alert.notification().firedAt().toString())
                        .put("endsAt", endsAt(alert, message.at()).toString())));
        return alerts;
    }

    private Instant endsAt(PrometheusAlert alert, Instant now) {
        if (!alert.notification().isFiring()) {
            return alert.endedAt(now);
        }
        Instant ends = now.plus(alert.notification().alert().rule().isCondition() ? validity : ONE_TIME_VALIDITY);
        return ends.isBefore(alert.notification().firedAt())
                ? alert.notification().firedAt().plus(validity)
                : ends;
    }
}
