package io.muster.notifier.runtime;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.muster.notifier.delivery.DeliveryListener;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Delivery metrics. Their names are documented in docs/operations.md. */
final class NotifierMetrics implements DeliveryListener {

    private record Meters(Counter delivered, Counter failed, AtomicInteger pending, AtomicLong lastSuccess) {}

    private final Map<String, Meters> meters;

    NotifierMetrics(MeterRegistry registry, Collection<String> receivers) {
        Map<String, Meters> all = new HashMap<>();
        receivers.forEach(receiver -> all.put(receiver, meters(registry, receiver)));
        meters = Map.copyOf(all);
    }

    private static Meters meters(MeterRegistry registry, String receiver) {
        Meters meters = new Meters(
                Counter.builder("muster.notifications.delivered")
                        .description("Messages that the receiver has accepted")
                        .tag("receiver", receiver)
                        .register(registry),
                Counter.builder("muster.notifications.failed")
                        .description("Delivery attempts that failed")
                        .tag("receiver", receiver)
                        .register(registry),
                new AtomicInteger(),
                new AtomicLong());
        Gauge.builder("muster.notifications.pending", meters.pending, AtomicInteger::get)
                .description("Due alerts that the receiver has not accepted yet")
                .tag("receiver", receiver)
                .register(registry);
        TimeGauge.builder(
                        "muster.notifications.last.success", meters.lastSuccess, TimeUnit.MILLISECONDS, AtomicLong::get)
                .description("When the receiver last accepted a message; 0 if never since the start")
                .tag("receiver", receiver)
                .register(registry);
        return meters;
    }

    @Override
    public void delivered(String receiver, Instant at) {
        of(receiver).delivered.increment();
        of(receiver).lastSuccess.set(at.toEpochMilli());
    }

    @Override
    public void failed(String receiver) {
        of(receiver).failed.increment();
    }

    @Override
    public void pending(String receiver, int alerts) {
        of(receiver).pending.set(alerts);
    }

    private Meters of(String receiver) {
        return Objects.requireNonNull(meters.get(receiver), receiver);
    }
}
