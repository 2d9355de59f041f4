package io.muster.e2e.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.Connection;
import io.muster.domain.AreaId;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Guarantees;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.References;
import io.muster.e2e.PublishedRows;
import io.muster.e2e.Recorded;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.process.Counting;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.MusterProcess;
import io.muster.e2e.process.ShortSessions;
import io.muster.e2e.process.StreamsInstance;
import io.muster.e2e.sample.ReferenceSender;
import io.muster.e2e.sample.SimulatedDrive;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An office's program is killed with kill -9, before it has sent anything and while it sends. */
class KilledClientIT {

    private static final Logger LOG = LoggerFactory.getLogger(KilledClientIT.class);
    private static final int KILLS = 6;
    private static final int MOST_A_LIFE = 600;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void shouldCountEveryRecordedStatementOnceDespiteRepeatedKills() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime() % 1_000_000);
        System.out.println("killed at random with -Dseed=" + seed);
        Random random = new Random(seed);
        References references = SimulatedDrive.of(seed, 1).references();
        try (Backend backend = new EmbeddedBackend()) {
            Connection connection = backend.connection();
            Launcher muster = Launcher.in(folder).connectedTo(connection);
            muster.succeed("topics");
            new ReferenceSender(connection).become(references);
            Office office = new Office(muster, folder);
            try (StreamsInstance streams =
                    StreamsInstance.start(muster, folder.resolve("state"), ShortSessions.and())) {
                for (int kill = 0; kill < KILLS; kill++) {
                    Connection network = kill % 3 == 0 ? null : connection;
                    try (MusterProcess program = start(office, references, network, 100_000)) {
                        Office.awaitRecorded(program, 1 + random.nextInt(MOST_A_LIFE));
                        program.kill();
                        office.note(program);
                    }
                }
                try (MusterProcess program = start(office, references, connection, 100)) {
                    assertThat(program.awaitEnd(LIMIT)).as(program.out()).isZero();
                    office.note(program);
                }
                new Counting(connection, "muster", List.of(streams)).awaitEverything();
            }
            Arrivals arrivals = Arrivals.read(connection);
            LOG.warn(
                    "{} statements recorded over {} kills: {} lost, {} arrived without a printed receipt, {}"
                            + " arrived again,"
                            + " {} out of order",
                    office.recorded().size(),
                    KILLS,
                    office.recorded().keySet().stream()
                            .filter(id -> !arrivals.eventIds().contains(id))
                            .count(),
                    arrivals.eventIds().size() - office.recorded().size(),
                    arrivals.repetitions(),
                    arrivals.outOfOrder().size());
            assertThat(arrivals.eventIds()).containsAll(office.recorded().keySet());
            // at most what each killed program was about to print
            assertThat(arrivals.eventIds().size() - office.recorded().size()).isBetween(0, KILLS);
            assertThat(arrivals.outOfOrder()).isEmpty();
            assertThat(Guarantees.brokenByRows(
                            arrivals.statements(), references, AsOf.RECORDED, PublishedRows.read(connection)))
                    .isEmpty();
            assertThat(Guarantees.brokenByCorrections(arrivals.statements(), Recorded.corrections(connection)))
                    .isEmpty();
        }
    }

    private static MusterProcess start(Office office, References references, @Nullable Connection network, int count)
            throws Exception {
        return office.start(
                network,
                "first=" + office.next(),
                "count=" + count,
                "participants=40",
                "flush=120",
                "clock=2023-05-20T08:00:00Z",
                "campaign=" + references.campaigns().keySet().iterator().next(),
                "areas=" + communes(references));
    }

    private static String communes(References references) {
        return references.areas().values().stream()
                .filter(area -> area.level().equals("commune"))
                .map(Area::areaId)
                .sorted()
                .limit(7)
                .map(AreaId::value)
                .collect(Collectors.joining(","));
    }
}
