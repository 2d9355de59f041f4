package io.muster.notifier.log;

import io.muster.domain.tally.RowKey.OfAlert;
import io.muster.notifier.DeliveryRecord;
import io.muster.notifier.Scope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one receiver has been sent so far, by any notifier.
 *
 * @param scope the scope it was last configured with; null for a new receiver
 */
public record DeliveryState(
        Map<OfAlert, DeliveryRecord> records, @Nullable Scope scope) {

    static final DeliveryState EMPTY = new DeliveryState(Map.of(), null);

    public DeliveryState {
        records = Map.copyOf(records);
    }
}
