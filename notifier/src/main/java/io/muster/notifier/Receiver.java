package io.muster.notifier;

import io.muster.domain.Ids;
import io.muster.report.wording.Language;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A configured recipient of alerts.
 *
 * @param quietHours in the time zone of the campaign; null for none
 * @param repeat interval of reminders that an area is still behind or silent; null for no reminders
 * @param groupWait how long a new notification waits for others of the same campaign
 * @param needsResend whether the receiver treats an alert as resolved unless it is sent again, as Alertmanager does;
 *     resends are neither reminders nor counted
 * @param maxBackoff longest pause between two delivery attempts
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

    /** @throws io.muster.domain.InvalidFieldException if the name cannot be part of a record key */
    public Receiver {
        Ids.require("receiver", name, Ids.problem(name, "|"));
    }
}
