package io.muster.e2e.chaos;

import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.ShortSessions;
import io.muster.e2e.process.StreamsInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The instances of the application, each with its own state directory, as on separate machines. */
final class Fleet implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    /** Request timeout; the client then retries over another connection. */
    private static final Duration REQUEST_PATIENCE = Duration.ofSeconds(3);

    private final Launcher muster;
    private final Path folder;
    private final String ledgerStore;
    private final int standbyReplicas;
    private final List<Seat> seats = new ArrayList<>();
    private int seatsSoFar;

    private record Seat(Path stateDir, StreamsInstance instance) {}

    /**
     * @param folder parent of the state directories
     * @param ledgerStore memory or rocksdb
     * @param standbyReplicas how many other instances keep a copy of each task's state
     */
    Fleet(Launcher muster, Path folder, String ledgerStore, int standbyReplicas) {
        this.muster = muster;
        this.folder = folder;
        this.ledgerStore = ledgerStore;
        this.standbyReplicas = standbyReplicas;
    }

    int size() {
        return seats.size();
    }

    /** Starts another instance. */
    void add() throws IOException {
        Path stateDir = folder.resolve("state-" + seatsSoFar++);
        seats.add(new Seat(stateDir, start(stateDir)));
    }

    /** Stops an instance for good. */
    void remove(int index) throws InterruptedException {
        terminate(seats.remove(index).instance());
    }

    void kill(int index) throws InterruptedException {
        instance(index).process().kill();
    }

    /** Restarts a stopped instance on its state directory. */
    void startAgain(int index) throws IOException {
        Path stateDir = seats.get(index).stateDir();
        seats.set(index, new Seat(stateDir, start(stateDir)));
    }

    /** Kills an instance and restarts it. */
    void crash(int index) throws IOException, InterruptedException {
        kill(index);
        startAgain(index);
    }

    /** Stops an instance cleanly and restarts it. */
    void restart(int index) throws IOException, InterruptedException {
        terminate(instance(index));
        startAgain(index);
    }

    /** Deletes the state directory of a stopped instance. */
    void loseState(int index) throws IOException {
        try (Stream<Path> files = Files.walk(seats.get(index).stateDir())) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    StreamsInstance instance(int index) {
        return seats.get(index).instance();
    }

    List<StreamsInstance> instances() {
        return seats.stream().map(Seat::instance).toList();
    }

    /** An instance with uncommitted records, if there is one at the moment. */
    OptionalInt withBacklog() {
        return IntStream.range(0, seats.size())
                .filter(index -> instance(index).metric("muster_backlog") > 0)
                .findFirst();
    }

    void awaitReady() {
        instances().forEach(StreamsInstance::awaitReady);
    }

    private StreamsInstance start(Path stateDir) throws IOException {
        return StreamsInstance.start(
                muster,
                stateDir,
                ShortSessions.and(
                        "--start-timeout=3m",
                        "--ledger-store=" + ledgerStore,
                        "--standby-replicas=" + standbyReplicas,
                        "--kafka-config=producer.request.timeout.ms=" + REQUEST_PATIENCE.toMillis()));
    }

    private static void terminate(StreamsInstance instance) throws InterruptedException {
        instance.process().terminate();
        awaitCleanEnd(instance);
    }

    private static void awaitCleanEnd(StreamsInstance instance) throws InterruptedException {
        int exitCode = instance.process().awaitEnd(STOP_LIMIT);
        if (exitCode != 0) {
            throw new AssertionError(instance.process() + " ended with " + exitCode + " when it was stopped: "
                    + instance.process().err());
        }
    }

    /** Stops all instances cleanly. */
    void stop() throws InterruptedException {
        instances().forEach(instance -> instance.process().terminate());
        for (StreamsInstance instance : instances()) {
            awaitCleanEnd(instance);
        }
    }

    @Override
    public void close() {
        instances().forEach(StreamsInstance::close);
    }
}
