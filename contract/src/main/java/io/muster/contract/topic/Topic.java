package io.muster.contract.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A topic of the contract: keys are UTF-8 strings, values are Avro records of one type, or bytes.
 *
 * @param name the name on the broker
 * @param valueType class of the values: a generated Avro record, or {@code byte[]} where values are passed on as received
 * @param partitions how many partitions {@code muster topics} creates by default
 * @param settings topic settings that matter for correctness, as the broker names them
 */
public record Topic<V>(String name, Class<V> valueType, int partitions, Map<String, String> settings) {

    /** Everything is kept: the topic is history, and the ledger is rebuilt from it. */
    static <V> Topic<V> history(String name, Class<V> valueType, int partitions) {
        return new Topic<>(name, valueType, partitions, Map.of("cleanup.policy", "delete", "retention.ms", "-1"));
    }

    /** The latest record of each key is kept. */
    static <V> Topic<V> latest(String name, Class<V> valueType, int partitions) {
        return new Topic<>(name, valueType, partitions, Map.of("cleanup.policy", "compact"));
    }

    /** The latest record of each key is kept, and every record for a day, so that a restored sum never dips. */
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

    /** The same topic with one more setting. */
    Topic<V> with(String setting, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(setting, value);
        return new Topic<>(name, valueType, partitions, Map.copyOf(more));
    }

    /** Whether values are Avro, and so have a subject in the schema registry. */
    public boolean isAvro() {
        return valueType != byte[].class;
    }

    /** The subject of the values, by TopicNameStrategy. */
    public String subject() {
        return name + "-value";
    }
}
