package io.muster.e2e.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.MusterProcess;
import io.muster.e2e.process.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker and the registry are down while the office records half of its statements: for three minutes with {@code
 * -DpauseMillis=90}, else until a few attempts have failed.
 */
class ClientOutageIT {

    private static final Logger LOG = LoggerFactory.getLogger(ClientOutageIT.class);
    private static final int STATEMENTS = 4_000;
    private static final int PARTICIPANTS = 100;
    private static final int PAUSE_MILLIS = Integer.getInteger("pauseMillis", 5);
    private static final Duration LIMIT = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    @Test
    void shouldLoseNothingAndKeepTheOrderDuringAnOutage() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Launcher.in(folder), folder.resolve("data"))) {
            Launcher muster = Launcher.in(folder).connectedTo(sandbox.connection());
            muster.succeed("topics");
            Office office = new Office(muster, folder);
            try (MusterProcess program = office.start(
                    sandbox.connection(),
                    "count=" + STATEMENTS,
                    "participants=" + PARTICIPANTS,
                    "pauseMillis=" + PAUSE_MILLIS,
                    "flush=240")) {
                Office.awaitRecorded(program, STATEMENTS / 4);
                int before = Arrivals.read(sandbox.connection()).statements().size();
                sandbox.kill();
                long gone = System.nanoTime();
                Office.awaitRecorded(program, STATEMENTS * 3 / 4);
                long seconds = Duration.ofNanos(System.nanoTime() - gone).toSeconds();
                sandbox.startAgain();

                assertThat(program.awaitEnd(LIMIT)).as(program.out()).isZero();
                office.note(program);
                Arrivals arrivals = Arrivals.read(sandbox.connection());
                LOG.warn(
                        "{} statements recorded, {} of them sent before the broker was gone for {} s and more:"
                                + " {} arrived, {} of them again, {} out of order",
                        office.recorded().size(),
                        before,
                        seconds,
                        arrivals.eventIds().size(),
                        arrivals.repetitions(),
                        arrivals.outOfOrder().size());
                assertThat(before).isBetween(1, STATEMENTS);
                assertThat(office.recorded()).hasSize(STATEMENTS);
                assertThat(arrivals.eventIds()).isEqualTo(office.recorded().keySet());
                assertThat(arrivals.outOfOrder()).isEmpty();
                assertThat(arrivals.standing())
                        .hasSize(PARTICIPANTS)
                        .allSatisfy((participant, number) ->
                                assertThat(number).isGreaterThanOrEqualTo(STATEMENTS - PARTICIPANTS));
            }
        }
    }
}
