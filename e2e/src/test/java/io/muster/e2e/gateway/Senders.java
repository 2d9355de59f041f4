package io.muster.e2e.gateway;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Concurrent clients that send one request after the other until the gateway stops answering. */
final class Senders implements AutoCloseable {

    private static final int COUNT = 8;
    private static final int BATCH = 20;

    private final HttpOffice office;
    private final URI to;
    private final Set<UUID> accepted = ConcurrentHashMap.newKeySet();
    private final Set<UUID> unanswered = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answers = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();

    Senders(HttpOffice office, URI to) {
        this.office = office;
        this.to = to;
        for (int i = 0; i < COUNT; i++) {
            Thread thread = new Thread(this::send, "sender-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    private void send() {
        while (true) {
            List<UUID> batch = Stream.generate(UUID::randomUUID).limit(BATCH).toList();
            try {
                if (office.post(to, body(batch)).statusCode() != 202) {
                    unanswered.addAll(batch);
                    return;
                }
                accepted.addAll(batch);
                answers.incrementAndGet();
            } catch (IOException e) {
                unanswered.addAll(batch);
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    static String body(List<UUID> batch) {
        return batch.stream().map(HttpOffice::statement).collect(Collectors.joining("\n"));
    }

    static List<List<UUID>> batches(Collection<UUID> all) {
        List<UUID> list = List.copyOf(all);
        List<List<UUID>> batches = new ArrayList<>();
        for (int from = 0; from < list.size(); from += BATCH) {
            batches.add(list.subList(from, Math.min(from + BATCH, list.size())));
        }
        return batches;
    }

    /** Number of requests answered with 202. */
    int answers() {
        return answers.get();
    }

    /** The statements of requests answered with 202. */
    Set<UUID> accepted() {
        return accepted;
    }

    /** The statements of requests with another response or none. */
    Set<UUID> unanswered() {
        return unanswered;
    }

    void awaitEnd() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
