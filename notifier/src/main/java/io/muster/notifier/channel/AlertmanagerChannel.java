package io.muster.notifier.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.muster.notifier.Message;
import java.time.Duration;
import java.time.Instant;

/**
 * Posts to Prometheus Alertmanager, as Prometheus itself does: an alert that fires is told again and again, each time with an end some way
 * ahead, and is over where it is told so, or not told any more. Its key is that of its labels, by which Alertmanager knows it again.
 *
 * <p>That a target was reached or missed never ends. It is told once, with an end ahead that leaves Alertmanager time to notify.
 */
public final class AlertmanagerChannel implements Channel {

    /** Longer than Alertmanager's {@code group_interval}, shorter than its {@code repeat_interval}, as these usually are. */
    private static final Duration FACT_LASTS = Duration.ofHours(1);

    private static final int MISSED_TELLINGS = 4;

    private final HttpPost post;
    private final Duration lasts;

    /**
     * @param post to {@code …/api/v2/alerts}
     * @param toldEvery how often what fires is told
     */
    public AlertmanagerChannel(HttpPost post, Duration toldEvery) {
        this.post = post;
        this.lasts = toldEvery.multipliedBy(MISSED_TELLINGS);
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
        Instant ends = now.plus(alert.notification().alert().rule().isCondition() ? lasts : FACT_LASTS);
        return ends.isBefore(alert.notification().firedAt())
                ? alert.notification().firedAt().plus(lasts)
                : ends;
    }
}
