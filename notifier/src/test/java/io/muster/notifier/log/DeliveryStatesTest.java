package io.muster.notifier.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.muster.domain.alert.AlertRule;
import io.muster.domain.tally.RowKey.OfAlert;
import io.muster.notifier.DeliveryRecord;
import io.muster.notifier.Notification.Kind;
import io.muster.notifier.Scope;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeliveryStatesTest {

    private static final Instant AT = Instant.parse("2023-05-18T10:00:00Z");
    private static final OfAlert ALERT = new OfAlert("drive", "yen-dung", AlertRule.SILENT);
    private static final DeliveryRecord TOLD =
            new DeliveryRecord(Kind.FIRING, AT.minusSeconds(60), null, 2, "k", AT, true);
    private static final Scope SCOPE = new Scope(Set.of("drive"), Set.of("b", "a"), Set.of(AlertRule.MISSED));

    private final DeliveryStates book = new DeliveryStates();

    @Test
    void shouldKnowWhatWasWritten() {
        DeliveryRecord attempt = new DeliveryRecord(Kind.RESOLVED, AT.minusSeconds(60), AT, 0, null, AT, false);
        book.put("office|drive|yen-dung|SILENT", DeliveryStates.toAvro(TOLD));
        book.put("other|drive|yen-dung|SILENT", DeliveryStates.toAvro(attempt));
        DeliveryRecord takenBack = new DeliveryRecord(Kind.WITHDRAWN, AT, null, 0, "w", AT, false);
        book.put("third|drive|yen-dung|SILENT", DeliveryStates.toAvro(takenBack));
        book.put("office", DeliveryStates.toAvro(SCOPE, AT));

        assertThat(book.known("office")).isEqualTo(new DeliveryState(Map.of(ALERT, TOLD), SCOPE));
        assertThat(book.known("other")).isEqualTo(new DeliveryState(Map.of(ALERT, attempt), null));
        assertThat(book.known("third")).isEqualTo(new DeliveryState(Map.of(ALERT, takenBack), null));
        assertThat(book.known("nobody")).isEqualTo(DeliveryState.NOTHING);
    }

    @Test
    void shouldForgetWhatWasTakenAway() {
        book.put(DeliveryStates.key("office", ALERT), DeliveryStates.toAvro(TOLD));
        book.put(DeliveryStates.key("office", ALERT), null);

        assertThat(book.known("office")).isEqualTo(DeliveryState.NOTHING);
    }

    @Test
    void shouldRefuseAKeyOfAnotherForm() {
        assertThatIllegalArgumentException().isThrownBy(() -> book.put("office|drive", DeliveryStates.toAvro(TOLD)));
    }
}
