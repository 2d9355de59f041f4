package io.muster.streams.runtime;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** Whether any broker is there. Kafka's clients wait for brokers without an end and without a sign; this is the sign. */
final class BrokerWatch {

    private static final String CONNECTIONS = "connection-count";
    private static final String OF_CONSUMERS = "consumer-metrics";

    private final Supplier<? extends Map<MetricName, ? extends Metric>> metrics;

    /** @param metrics of Kafka Streams and its clients, as they are at the moment */
    BrokerWatch(Supplier<? extends Map<MetricName, ? extends Metric>> metrics) {
        this.metrics = metrics;
    }

    /** The connections of all consumers of this instance to brokers; 0 while it has none, or no consumer. */
    double connections() {
        return metrics.get().values().stream()
                .filter(metric -> metric.metricName().name().equals(CONNECTIONS)
                        && metric.metricName().group().equals(OF_CONSUMERS))
                .mapToDouble(metric -> metric.metricValue() instanceof Number number ? number.doubleValue() : 0)
                .sum();
    }
}
