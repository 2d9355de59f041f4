package io.muster.benchmarks;

import io.muster.client.EnrollmentClient;
import io.muster.client.Registration;
import io.muster.domain.participant.ParticipantRef;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/**
 * Measures how fast a client records statements from one thread, from several threads and in batches, and how fast it
 * then sends them. Recording runs without a network, so that sending does not distort it.
 *
 * <p>Arguments: bootstrap servers, registry URL, directory for spools, seconds per way of recording.
 */
public final class ClientThroughput {

    private static final int THREADS = 16;
    private static final int AT_ONCE = 500;
    private static final int TO_BE_SENT = 200_000;
    private static final long SPOOL_BYTES = 1L << 30;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final String bootstrapServers;
    private final String registryUrl;
    private final Path folder;
    private final Duration time;
    private final AtomicLong participants = new AtomicLong();

    private ClientThroughput(String... arguments) {
        this.bootstrapServers = arguments[0];
        this.registryUrl = arguments[1];
        this.folder = Path.of(arguments[2]);
        this.time = Duration.ofSeconds(Long.parseLong(arguments[3]));
    }

    public static void main(String... arguments) throws InterruptedException {
        ClientThroughput throughput = new ClientThroughput(arguments);
        throughput.record("to warm up", 1, AT_ONCE);
        throughput.record("record(), 1 thread", 1, 1);
        throughput.record("record(), " + THREADS + " threads", THREADS, 1);
        throughput.record("recordAll() of " + AT_ONCE + ", 1 thread", 1, AT_ONCE);
        throughput.send();
    }

    private void record(String title, int threads, int atOnce) throws InterruptedException {
        AtomicLong recorded = new AtomicLong();
        long began = System.nanoTime();
        try (EnrollmentClient client = open(title, "127.0.0.1:1")) {
            List<Thread> recorders = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Thread recorder = new Thread(() -> {
                    while (System.nanoTime() - began < time.toNanos()) {
                        recorded.addAndGet(
                                client.recordAll(registrations(atOnce)).size());
                    }
                });
                recorder.start();
                recorders.add(recorder);
            }
            for (Thread recorder : recorders) {
                recorder.join();
            }
            report(title, recorded.get(), System.nanoTime() - began);
            client.close(Duration.ZERO);
        }
    }

    private void send() {
        try (EnrollmentClient offline = open("to send", "127.0.0.1:1")) {
            for (int i = 0; i < TO_BE_SENT; i += AT_ONCE) {
                offline.recordAll(registrations(AT_ONCE));
            }
            offline.close(Duration.ZERO);
        }
        try (EnrollmentClient client = open("to send", bootstrapServers)) {
            long began = System.nanoTime();
            if (!client.flush(LIMIT)) {
                throw new IllegalStateException("not sent: " + client.status());
            }
            report("sent and acknowledged, including start", TO_BE_SENT, System.nanoTime() - began);
        }
    }

    private EnrollmentClient open(String title, String broker) {
        return EnrollmentClient.builder()
                .bootstrapServers(broker)
                .registryUrl(registryUrl)
                .source("benchmark")
                .zone(ZoneId.of("Asia/Ho_Chi_Minh"))
                .campaign("benchmark")
                .spool(folder.resolve(title.replaceAll("[^a-z0-9]+", "-")))
                .spoolBytes(SPOOL_BYTES)
                .open();
    }

    private List<Registration> registrations(int count) {
        return LongStream.range(0, count)
                .mapToObj(i -> new ParticipantRef("participant-" + participants.incrementAndGet()))
                .map(participant -> Registration.enrolled(participant).in("yen-dung"))
                .toList();
    }

    private static void report(String title, long count, long nanos) {
        System.out.printf("%-40s %,9d in %5.1f s: %,9.0f a second%n", title, count, nanos / 1e9, count / (nanos / 1e9));
    }
}
