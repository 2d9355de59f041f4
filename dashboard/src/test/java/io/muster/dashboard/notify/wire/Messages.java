package io.muster.dashboard.notify.wire;

import io.muster.dashboard.notify.Composer;
import io.muster.dashboard.notify.Message;
import io.muster.dashboard.notify.Receiver;
import io.muster.dashboard.notify.Scope;
import io.muster.dashboard.report.wording.Language;
import java.time.Duration;
import java.time.Instant;

/** A message to be sent. */
final class Messages {

    static final Instant NOW = Instant.parse("2023-05-18T10:00:00Z");

    private Messages() {}

    static Message sample(Language language) {
        return new Composer(new Receiver(
                        "office", language, Scope.ALL, null, null, Duration.ZERO, false, Duration.ofMinutes(5)))
                .sample(NOW);
    }
}
