package io.muster.notifier.log;

import io.muster.domain.tally.RowKey.OfAlert;
import io.muster.notifier.DeliveryRecord;
import io.muster.notifier.Scope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver was told, by all who delivered to it so far.
 *
 * @param scope what it was told about; null if it was never known
 */
public record DeliveryState(
        Map<OfAlert, DeliveryRecord> records, @Nullable Scope scope) {

    static final DeliveryState NOTHING = new DeliveryState(Map.of(), null);

    public DeliveryState {
        records = Map.copyOf(records);
    }
}
