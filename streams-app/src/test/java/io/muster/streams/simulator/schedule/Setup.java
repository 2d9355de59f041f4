package io.muster.streams.simulator.schedule;

import io.muster.domain.AreaId;
import io.muster.domain.fixture.History;
import io.muster.domain.fixture.ReferenceRecord;
import io.muster.domain.fixture.Worlds;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.sessions.JqwikSession;

/**
 * The data of a schedule.
 *
 * @param partitions of enrollments and cells
 * @param isMonotonic whether no participant is ever withdrawn or moved, so that totals never fall
 * @param arrivals statements that may be sent, including duplicates
 * @param definitions reference records that may be published, in order
 * @param bulk statements about many other participants, sent in order; empty in most schedules
 */
public record Setup(
        LedgerStore store,
        int partitions,
        boolean isMonotonic,
        List<Statement> arrivals,
        List<ReferenceRecord> definitions,
        List<Statement> bulk) {

    private static final int SIZE = 1_000;

    static Setup of(Random random) {
        History history = history(random);
        boolean isMonotonic = random.nextInt(3) == 0;
        boolean isNarrow = random.nextBoolean();
        List<Statement> arrivals = isNarrow
                ? inFewAreas(history.delivery().arrivals())
                : history.delivery().arrivals();
        return new Setup(
                random.nextInt(3) == 0 ? LedgerStore.ROCKSDB : LedgerStore.MEMORY,
                1 + random.nextInt(3),
                isMonotonic,
                isMonotonic ? monotonic(arrivals) : arrivals,
                history.records(),
                List.of());
    }

    /** The same setup with bulk statements, one partition, and a ledger in memory. */
    Setup withBulk(Random random) {
        return new Setup(LedgerStore.MEMORY, 1, false, arrivals, definitions, new BulkStatements(random).statements());
    }

    private static History history(Random random) {
        List<History> made = new ArrayList<>();
        JqwikSession.run(
                () -> made.add(Worlds.histories().generator(SIZE).next(random).value()));
        return made.get(0);
    }

    /** Moves all statements to two areas, so that the same cells change repeatedly. */
    private static List<Statement> inFewAreas(List<Statement> arrivals) {
        Map<Statement, Statement> moved = new HashMap<>();
        List<AreaId> areas =
                arrivals.stream().map(Statement::areaId).distinct().limit(2).toList();
        return arrivals.stream()
                .map(s -> moved.computeIfAbsent(
                        s,
                        statement -> new Statement(
                                s.eventId(),
                                new Statement.Subject(s.campaignId(), s.participantRef()),
                                s.version(),
                                s.status(),
                                areas.get(Math.floorMod(s.areaId().value().hashCode(), areas.size())),
                                new Statement.Times(s.enrolledOn(), s.enrolledAt(), s.recordedAt()),
                                s.source(),
                                s.segments())))
                .toList();
    }

    /** Keeps only the first enrolling statement about each participant. */
    private static List<Statement> monotonic(List<Statement> arrivals) {
        Map<Statement.Subject, Statement> first = new HashMap<>();
        List<Statement> kept = new ArrayList<>();
        for (Statement statement : arrivals) {
            if (statement.status() == Status.ENROLLED) {
                kept.add(first.computeIfAbsent(statement.subject(), subject -> statement));
            }
        }
        return kept;
    }
}
