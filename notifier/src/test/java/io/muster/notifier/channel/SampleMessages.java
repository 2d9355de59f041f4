package io.muster.notifier.channel;

import io.muster.notifier.Message;
import io.muster.notifier.MessageComposer;
import io.muster.notifier.Receiver;
import io.muster.notifier.Scope;
import io.muster.report.wording.Language;
import java.time.Duration;
import java.time.Instant;

/** Sample messages for channel tests. */
final class SampleMessages {

    static final Instant NOW = Instant.parse("2023-05-18T10:00:00Z");

    private SampleMessages() {}

    static Message sample(Language language) {
        return new MessageComposer(new Receiver(
                        "office", language, Scope.ALL, null, null, Duration.ZERO, false, Duration.ofMinutes(5)))
                .sample(NOW);
    }
}
