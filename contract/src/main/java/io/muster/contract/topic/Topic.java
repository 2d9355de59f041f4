package io.muster.contract.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A topic of the contract. Keys are UTF-8 strings; values are Avro records of one type, or raw bytes.
 *
 * @param name the name on the broker
 * @param valueType the class of the values: a generated Avro record, or {@code byte[]} for raw bytes
 * @param partitions the partition count that {@code muster topics} uses by default
 * @param settings the broker's topic settings that correctness depends on
 */
public record Topic<V>(String name, Class<V> valueType, int partitions, Map<String, String> settings) {

    /** Keeps all records for ever, because state is rebuilt from them. */
    static <V> Topic<V> history(String name, Class<V> valueType, int partitions) {
        return new Topic<>(name, valueType, partitions, Map.of("cleanup.policy", "delete", "retention.ms", "-1"));
    }

    /** Compacted: keeps the latest record of each key. */
    static <V> Topic<V> latest(String name, Class<V> valueType, int partitions) {
        return new Topic<>(name, valueType, partitions, Map.of("cleanup.policy", "compact"));
    }

    /** Compacted, with every record kept for a day, so that a restored sum never dips. */
    static <V> Topic<V> latestAndLastDay(String name, Class<V> valueType, int partitions) {
        return new Topic<>(
                name,
                valueType,
                partitions,
                Map.of(
                        "cleanup.policy",
                        "compact",
                        "min.compaction.lag.ms",
                        Long.toString(Duration.ofDays(1).toMillis())));
    }

    /** A copy with one more setting. */
    Topic<V> with(String setting, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(setting, value);
        return new Topic<>(name, valueType, partitions, Map.copyOf(more));
    }

    /** Whether the values are Avro and have a subject in the schema registry. */
    public boolean isAvro() {
        return valueType != byte[].class;
    }

    /** The subject of the values according to TopicNameStrategy. */
    public String subject() {
        return name + "-value";
    }
}
