package io.muster.e2e.notifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The alert states that receivers hold after a series of posts. */
final class ReceivedStates {

    private ReceivedStates() {}

    /** The last state by receiver and {@code area RULE}: firing or resolved. */
    static Map<String, SortedMap<String, String>> of(List<WebhookServer.Post> posts) {
        Map<String, SortedMap<String, String>> states = new HashMap<>();
        for (WebhookServer.Post post : posts) {
            for (JsonNode alert : post.alerts()) {
                JsonNode labels = alert.get("labels");
                states.computeIfAbsent(post.name(), any -> new TreeMap<>())
                        .put(
                                labels.get("area").asText() + " "
                                        + labels.get("rule").asText(),
                                alert.get("status").asText());
            }
        }
        return states;
    }

    /** The number of alerts that a receiver got more than once under the same key. */
    static int duplicates(List<WebhookServer.Post> posts) {
        Map<String, List<String>> keys = new HashMap<>();
        posts.forEach(post -> post.alerts()
                .forEach(alert -> keys.computeIfAbsent(post.name(), any -> new ArrayList<>())
                        .add(alert.get("annotations").get("notification_key").asText())));
        return keys.values().stream()
                .mapToInt(received ->
                        received.size() - (int) received.stream().distinct().count())
                .sum();
    }
}
