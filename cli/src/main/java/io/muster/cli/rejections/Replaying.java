package io.muster.cli.rejections;

import io.muster.cli.rejections.AcceptanceCheck.Obstacle;
import io.muster.cli.rejections.ReplayReport.OfReason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends again what was asked for and would be counted now. Its progress may be asked for by other threads meanwhile. */
final class Replaying {

    private final Choice choice;
    private final AcceptanceCheck check;
    private final Outlet outlet;
    private final SeenPositions seen = new SeenPositions();
    private final Set<Position> notFound;
    private final SortedMap<String, Findings> byReason = new TreeMap<>();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong acceptable = new AtomicLong();
    private final AtomicLong left = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

    Replaying(Choice choice, AcceptanceCheck check, Outlet outlet) {
        this.choice = choice;
        this.check = check;
        this.outlet = outlet;
        this.notFound = new TreeSet<>(choice.positions());
    }

    /**
     * Takes the next rejection.
     *
     * @throws io.muster.contract.serde.RegistryOutageException if nobody can say whether it would be counted
     */
    void take(RejectedRecord record) {
        if (!choice.includes(record)) {
            return;
        }
        notFound.remove(record.position());
        if (!seen.add(record.position())) {
            repeated.incrementAndGet();
            return;
        }
        Optional<Obstacle> obstacle = check.obstacle(record);
        Findings findings =
                byReason.computeIfAbsent(Printable.text(record.refusal().reason()), first -> new Findings());
        if (obstacle.isPresent()) {
            left.incrementAndGet();
            findings.addLeft(record.position(), obstacle.get());
        } else {
            acceptable.incrementAndGet();
            findings.addAcceptable();
            send(record);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what came of it is noted
    private void send(RejectedRecord record) {
        outlet.send(record).whenComplete((nothing, problem) -> {
            if (problem == null) {
                acknowledged.incrementAndGet();
            } else {
                failure.compareAndSet(null, record.position() + ": " + problem.getMessage());
            }
        });
    }

    /** Whether a record was not acknowledged, so that there is no use in going on. */
    boolean hasFailed() {
        return failure.get() != null;
    }

    /** How far it is, for people. */
    String progress() {
        return String.format(Locale.ROOT, "%,d acceptable, %,d left", acceptable.get(), left.get());
    }

    /**
     * What was done; to be asked for when the outlet is closed.
     *
     * @param stopped why not all rejections were taken, or null
     */
    ReplayReport report(boolean dryRun, long foreign, @Nullable String stopped) {
        SortedMap<String, OfReason> reasons = new TreeMap<>();
        byReason.forEach((reason, findings) -> reasons.put(reason, findings.report()));
        String problem = failure.get();
        return new ReplayReport(
                dryRun,
                acceptable.get() + left.get(),
                repeated.get(),
                acceptable.get(),
                dryRun ? 0 : acknowledged.get(),
                left.get(),
                acceptable.get() - acknowledged.get(),
                foreign,
                reasons,
                stopped == null ? notFound.stream().map(Position::toString).toList() : List.of(),
                problem == null ? stopped : problem);
    }
}
