package io.muster.contract.mapping;

import io.muster.contract.topic.RecordKeys;
import io.muster.domain.counting.Heartbeat;
import io.muster.domain.counting.Heartbeat.Stage;
import io.muster.schema.CountingStage;
import java.util.Locale;

/** Heartbeats of the application that counts, as records and back. */
public final class HeartbeatMapping {

    private HeartbeatMapping() {}

    /** The key of its record. */
    public static String key(Heartbeat heartbeat) {
        return RecordKeys.heartbeat(
                heartbeat.applicationId(), heartbeat.stage().name().toLowerCase(Locale.ROOT), heartbeat.partition());
    }

    public static io.muster.schema.Heartbeat toAvro(Heartbeat heartbeat) {
        return new io.muster.schema.Heartbeat(
                heartbeat.applicationId(),
                CountingStage.valueOf(heartbeat.stage().name()),
                heartbeat.partition(),
                heartbeat.countedThrough(),
                heartbeat.recordTime(),
                heartbeat.remaining(),
                heartbeat.at());
    }

    /** @throws IllegalArgumentException if it is of a stage that this version does not know */
    public static Heartbeat fromAvro(io.muster.schema.Heartbeat heartbeat) {
        return new Heartbeat(
                heartbeat.getApplicationId(),
                Stage.valueOf(heartbeat.getStage().name()),
                heartbeat.getPartition(),
                heartbeat.getCountedThrough().orElse(null),
                heartbeat.getRecordTime().orElse(null),
                heartbeat.getRemaining().orElse(null),
                heartbeat.getAt());
    }
}
