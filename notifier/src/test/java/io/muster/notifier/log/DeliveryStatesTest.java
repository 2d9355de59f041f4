package io.muster.notifier.log;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.areaIds;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.muster.domain.alert.AlertRule;
import io.muster.domain.tally.RowKey.OfAlert;
import io.muster.notifier.DeliveryRecord;
import io.muster.notifier.DeliveryRecord.Status;
import io.muster.notifier.Notification.Kind;
import io.muster.notifier.Scope;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeliveryStatesTest {

    private static final Instant AT = Instant.parse("2023-05-18T10:00:00Z");
    private static final OfAlert ALERT = new OfAlert(campaignId("drive"), areaId("yen-dung"), AlertRule.SILENT);
    private static final DeliveryRecord ACCEPTED_RECORD =
            new DeliveryRecord(Kind.FIRING, AT.minusSeconds(60), null, 2, "k", AT, Status.ACCEPTED);
    private static final Scope SCOPE =
            new Scope(Set.of(campaignId("drive")), Set.of(areaIds("b", "a")), Set.of(AlertRule.MISSED));

    private final DeliveryStates states = new DeliveryStates();

    @Test
    void shouldReadWrittenRecords() {
        DeliveryRecord attempt =
                new DeliveryRecord(Kind.RESOLVED, AT.minusSeconds(60), AT, 0, null, AT, Status.ATTEMPTED);
        states.put("office|drive|yen-dung|SILENT", DeliveryRecordMapping.toAvro(ACCEPTED_RECORD));
        states.put("other|drive|yen-dung|SILENT", DeliveryRecordMapping.toAvro(attempt));
        DeliveryRecord withdrawn = new DeliveryRecord(Kind.WITHDRAWN, AT, null, 0, "w", AT, Status.ATTEMPTED);
        states.put("third|drive|yen-dung|SILENT", DeliveryRecordMapping.toAvro(withdrawn));
        states.put("office", DeliveryRecordMapping.toAvro(SCOPE, AT));

        assertThat(states.of("office")).isEqualTo(new DeliveryState(Map.of(ALERT, ACCEPTED_RECORD), SCOPE));
        assertThat(states.of("other")).isEqualTo(new DeliveryState(Map.of(ALERT, attempt), null));
        assertThat(states.of("third")).isEqualTo(new DeliveryState(Map.of(ALERT, withdrawn), null));
        DeliveryRecord historical = DeliveryRecord.historical(AT.minusSeconds(60), AT, AT);
        states.put("fourth|drive|yen-dung|SILENT", DeliveryRecordMapping.toAvro(historical));

        assertThat(states.of("fourth")).isEqualTo(new DeliveryState(Map.of(ALERT, historical), null));
        assertThat(states.of("unknown")).isEqualTo(DeliveryState.EMPTY);
    }

    @Test
    void shouldRemoveARecordOnATombstone() {
        states.put(DeliveryRecordMapping.key("office", ALERT), DeliveryRecordMapping.toAvro(ACCEPTED_RECORD));
        states.put(DeliveryRecordMapping.key("office", ALERT), null);

        assertThat(states.of("office")).isEqualTo(DeliveryState.EMPTY);
    }

    @Test
    void shouldRejectAMalformedKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> states.put("office|drive", DeliveryRecordMapping.toAvro(ACCEPTED_RECORD)));
    }
}
