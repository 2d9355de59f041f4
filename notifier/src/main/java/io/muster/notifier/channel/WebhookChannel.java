package io.muster.notifier.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.notifier.Message;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Posts in version 4 of Alertmanager's webhook format. */
public final class WebhookChannel implements Channel {

    /** The {@code endsAt} that Alertmanager writes for an alert that has not ended. */
    private static final String NOT_ENDED = "0001-01-01T00:00:00Z";

    private final HttpPost post;

    public WebhookChannel(HttpPost post) {
        this.post = post;
    }

    @Override
    public void deliver(Message message) throws DeliveryFailedException, InterruptedException {
        post.send(message.key(), body(message), message.at());
    }

    static ObjectNode body(Message message) {
        List<PrometheusAlert> alerts = message.items().stream()
                .map(item -> PrometheusAlert.of(message, item))
                .toList();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("version", "4");
        body.put("groupKey", "{}:{campaign=\"" + message.campaign().id().value() + "\"}");
        body.put("truncatedAlerts", 0);
        body.put("status", message.isFiring() ? "firing" : "resolved");
        body.put("receiver", message.receiver());
        body.putObject("groupLabels").put("campaign", message.campaign().id().value());
        body.set(
                "commonLabels",
                PrometheusAlert.json(
                        common(alerts.stream().map(PrometheusAlert::labels).toList())));
        body.set(
                "commonAnnotations",
                PrometheusAlert.json(
                        common(alerts.stream().map(PrometheusAlert::annotations).toList())));
        body.put("externalURL", "");
        ArrayNode all = body.putArray("alerts");
        alerts.forEach(alert -> all.add(alert(alert, message)));
        return body;
    }

    private static ObjectNode alert(PrometheusAlert alert, Message message) {
        boolean firing = alert.notification().isFiring();
        return alert.json()
                .put("status", firing ? "firing" : "resolved")
                .put("startsAt", alert.notification().firedAt().toString())
                .put("endsAt", firing ? NOT_ENDED : alert.endedAt(message.at()).toString())
                .put("generatorURL", "")
                .put("fingerprint", alert.fingerprint());
    }

    private static SortedMap<String, String> common(List<SortedMap<String, String>> all) {
        SortedMap<String, String> common = new TreeMap<>(all.get(0));
        all.forEach(one -> common.entrySet().retainAll(one.entrySet()));
        return common;
    }
}
