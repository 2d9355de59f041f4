package io.muster.cli.rejections;

import io.muster.cli.rejections.AcceptanceCheck.Problem;
import io.muster.cli.rejections.ReplayReport.OfReason;
import io.muster.cli.send.RecordSink;
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

/** Sends each selected record again if it would be counted now. Other threads may read the progress meanwhile. */
final class RejectionReplayer {

    private final RejectionFilter filter;
    private final AcceptanceCheck check;
    private final RecordSink<RejectedRecord> destination;
    private final PositionSet seen = new PositionSet();
    private final Set<RecordPosition> notFound;
    private final SortedMap<String, ReplayCounts> byReason = new TreeMap<>();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong acceptable = new AtomicLong();
    private final AtomicLong left = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

    RejectionReplayer(RejectionFilter filter, AcceptanceCheck check, RecordSink<RejectedRecord> destination) {
        this.filter = filter;
        this.check = check;
        this.destination = destination;
        this.notFound = new TreeSet<>(filter.positions());
    }

    /**
     * Takes the next rejection.
     *
     * @throws io.muster.contract.serde.RegistryOutageException while the registry is unavailable
     */
    void take(RejectedRecord record) {
        if (!filter.matches(record)) {
            return;
        }
        notFound.remove(record.position());
        if (!seen.add(record.position())) {
            repeated.incrementAndGet();
            return;
        }
        Optional<Problem> problem = check.problem(record);
        ReplayCounts counts =
                byReason.computeIfAbsent(TerminalText.text(record.refusal().reason()), first -> new ReplayCounts());
        if (problem.isPresent()) {
            left.incrementAndGet();
            counts.addLeft(record.position(), problem.get());
        } else {
            acceptable.incrementAndGet();
            counts.addAcceptable();
            send(record);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whenComplete records the outcome
    private void send(RejectedRecord record) {
        destination.send(record).whenComplete((nothing, problem) -> {
            if (problem == null) {
                acknowledged.incrementAndGet();
            } else {
                failure.compareAndSet(null, record.position() + ": " + problem.getMessage());
            }
        });
    }

    /** Whether a record was not acknowledged. The replay then stops. */
    boolean hasFailed() {
        return failure.get() != null;
    }

    /** The progress as text. */
    String progress() {
        return String.format(Locale.ROOT, "%,d acceptable, %,d left", acceptable.get(), left.get());
    }

    /**
     * The result. Call this after closing the destination.
     *
     * @param stopped why the replay stopped early, or null
     */
    ReplayReport report(boolean dryRun, long foreign, @Nullable String stopped) {
        SortedMap<String, OfReason> reasons = new TreeMap<>();
        byReason.forEach((reason, counts) -> reasons.put(reason, counts.report()));
        String problem = failure.get();
        return new ReplayReport(
                dryRun,
                new ReplayReport.Counts(
                        acceptable.get() + left.get(),
                        repeated.get(),
                        acceptable.get(),
                        dryRun ? 0 : acknowledged.get(),
                        left.get(),
                        acceptable.get() - acknowledged.get(),
                        foreign),
                reasons,
                stopped == null
                        ? notFound.stream().map(RecordPosition::toString).toList()
                        : List.of(),
                problem == null ? stopped : problem);
    }
}
