package io.muster.e2e.process;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** An instance of {@code muster notifier}, with the shortest session timeout that a broker allows. */
public final class NotifierInstance extends ServiceInstance {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private NotifierInstance(MusterProcess process) {
        super(process);
    }

    /** Starts it. It may be on standby when this returns. */
    public static NotifierInstance start(Launcher launcher, Path settings) throws IOException {
        return new NotifierInstance(launcher.start(
                "notifier",
                "--config=" + settings,
                "--kafka-config=session.timeout.ms=6000",
                "--kafka-config=heartbeat.interval.ms=1000"));
    }

    /** Waits until it is the one that delivers. */
    public void awaitDelivering() {
        awaitState("DELIVERING");
    }

    /** Waits until it is on standby. */
    public void awaitStandingBy() {
        awaitState("STANDING_BY");
    }

    private void awaitState(String state) {
        await().alias(state + ": " + process())
                .atMost(LIMIT)
                .failFast(() -> !process().isAlive())
                .until(() -> health().contains(state));
    }
}
