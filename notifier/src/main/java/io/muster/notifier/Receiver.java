package io.muster.notifier;

import io.muster.domain.Ids;
import io.muster.report.wording.Language;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Someone, or something, that is told about alerts.
 *
 * @param quietHours in the zone of the campaign; null where there are none
 * @param repeat after how long it is told again that an area is still behind or silent; null for never
 * @param groupWait how long news wait for more of the same campaign
 * @param needsResend whether it takes for over what it is not told again, as Alertmanager does; repeats are no messages then, and not counted
 * @param maxBackoff between two attempts to reach it
 */
public record Receiver(
        String name,
        Language language,
        Scope scope,
        @Nullable QuietHours quietHours,
        @Nullable Duration repeat,
        Duration groupWait,
        boolean needsResend,
        Duration maxBackoff) {

    /** @throws io.muster.domain.InvalidFieldException if the name cannot be part of a key */
    public Receiver {
        Ids.require("receiver", name, Ids.problem(name, "|"));
    }
}
