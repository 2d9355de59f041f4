package io.muster.e2e.process;

import java.time.Duration;
import java.util.stream.Stream;

/** Short session timeouts: the broker waits that long for a killed instance, and so do the tests. */
public final class ShortSessions {

    /** An instance that is suspended for longer loses its tasks. */
    public static final Duration SESSION = Duration.ofSeconds(6);

    /** An instance that is suspended for longer has its transaction aborted. */
    public static final Duration TRANSACTION = Duration.ofSeconds(10);

    private ShortSessions() {}

    /** The given options of an instance plus those for short sessions. */
    public static String[] and(String... options) {
        return Stream.concat(
                        Stream.of(options),
                        Stream.of(
                                "--kafka-config=main.consumer.session.timeout.ms=" + SESSION.toMillis(),
                                "--kafka-config=main.consumer.heartbeat.interval.ms=1000",
                                "--kafka-config=producer.transaction.timeout.ms=" + TRANSACTION.toMillis()))
                .toArray(String[]::new);
    }
}
