package io.muster.contract.mapping;

import io.muster.contract.topic.RecordKeys;
import io.muster.domain.tally.Heartbeat;
import io.muster.domain.tally.Heartbeat.Stage;
import io.muster.schema.CountingStage;
import java.util.Locale;

/** Maps heartbeats of the streams application to Avro and back. */
public final class HeartbeatMapping {

    private HeartbeatMapping() {}

    /** The record key. */
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

    /** @throws IllegalArgumentException if this version does not know the stage */
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
