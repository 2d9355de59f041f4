package io.muster.e2e.notifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What receivers believe after all that was posted to them, in the order in which it came. */
final class ReceivedStates {

    private ReceivedStates() {}

    /** By receiver, then {@code area RULE}: firing or resolved. */
    static Map<String, SortedMap<String, String>> of(List<WebhookServer.Post> posts) {
        Map<String, SortedMap<String, String>> beliefs = new HashMap<>();
        for (WebhookServer.Post post : posts) {
            for (JsonNode alert : post.alerts()) {
                JsonNode labels = alert.get("labels");
                beliefs.computeIfAbsent(post.name(), any -> new TreeMap<>())
                        .put(
                                labels.get("area").asText() + " "
                                        + labels.get("rule").asText(),
                                alert.get("status").asText());
            }
        }
        return beliefs;
    }

    /** How many alerts were told that had been told to the same receiver under the same key. */
    static int repeats(List<WebhookServer.Post> posts) {
        Map<String, List<String>> keys = new HashMap<>();
        posts.forEach(post -> post.alerts()
                .forEach(alert -> keys.computeIfAbsent(post.name(), any -> new ArrayList<>())
                        .add(alert.get("annotations").get("notification_key").asText())));
        return keys.values().stream()
                .mapToInt(told -> told.size() - (int) told.stream().distinct().count())
                .sum();
    }
}
