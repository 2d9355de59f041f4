package io.muster.notifier.marks;

import io.muster.domain.tally.RowKey.OfAlert;
import io.muster.notifier.Mark;
import io.muster.notifier.Scope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver was told, by all who delivered to it so far.
 *
 * @param scope what it was told about; null if it was never known
 */
public record Known(Map<OfAlert, Mark> marks, @Nullable Scope scope) {

    static final Known NOTHING = new Known(Map.of(), null);

    public Known {
        marks = Map.copyOf(marks);
    }
}
