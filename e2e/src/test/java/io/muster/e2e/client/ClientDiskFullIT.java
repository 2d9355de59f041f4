package io.muster.e2e.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.Connection;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.MusterProcess;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The spool cannot grow, as on a full disk. */
class ClientDiskFullIT {

    private static final Logger LOG = LoggerFactory.getLogger(ClientDiskFullIT.class);
    private static final int FULL = 3;
    private static final int LARGEST_FILE_KIB = 4 * 1024;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void shouldRejectStatementsOnAFullDiskAndLaterSendTheAcceptedOnes() throws Exception {
        try (Backend backend = new EmbeddedBackend()) {
            Connection connection = backend.connection();
            Launcher muster = Launcher.in(folder).connectedTo(connection);
            muster.succeed("topics");
            Office office = new Office(muster, folder);

            String refusal = fill(office);
            int accepted = office.recorded().size();
            String again = fill(office);
            try (MusterProcess withRoom = office.start(connection, "first=" + office.next(), "count=1", "flush=120")) {
                assertThat(withRoom.awaitEnd(LIMIT)).as(withRoom.out()).isZero();
                office.note(withRoom);
            }

            Arrivals arrivals = Arrivals.read(connection);
            LOG.warn(
                    "{} statements recorded until the disk was full, {} after it: {} arrived, {} of them again",
                    accepted,
                    office.recorded().size() - accepted,
                    arrivals.eventIds().size(),
                    arrivals.repetitions());
            assertThat(refusal)
                    .contains(
                            "the spool " + folder.resolve("registrations.spool").toRealPath() + " cannot grow")
                    .contains("its disk is full, or a file size limit or quota is reached")
                    .endsWith("make room. The new statements were not accepted; earlier ones are safe");
            assertThat(again).contains("cannot grow");
            assertThat(accepted).isGreaterThan(1_000);
            assertThat(arrivals.eventIds()).isEqualTo(office.recorded().keySet());
            assertThat(arrivals.outOfOrder()).isEmpty();
        }
    }

    /** @return the final output of the program */
    private static String fill(Office office) throws Exception {
        try (MusterProcess program = office.startLimited(
                LARGEST_FILE_KIB, "first=" + office.next(), "count=1000000", "atOnce=50", "participants=5000")) {
            assertThat(program.awaitEnd(LIMIT)).as(program.err()).isEqualTo(FULL);
            office.note(program);
            return program.out()
                    .lines()
                    .filter(line -> line.startsWith("full "))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
