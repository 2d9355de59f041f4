package io.muster.dashboard.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.plan.Pace;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.CampaignRow.DataQuality;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Serializes responses as JSON: record components by name, ids as text, dates as 2023-05-18, times in UTC, unknown
 * values as null.
 */
public final class ApiJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(CampaignId.class, ToStringSerializer.instance)
                    .addSerializer(AreaId.class, ToStringSerializer.instance)
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(ZoneId.class, ToStringSerializer.instance))
            .addMixIn(AreaRow.class, AreaRowMixin.class)
            .addMixIn(AreaRow.Placement.class, AreaRowMixin.OfPlacement.class)
            .addMixIn(Pace.class, AreaRowMixin.OfPace.class)
            .addMixIn(DataQuality.class, AreaRowMixin.OfQuality.class)
            .build();

    private ApiJson() {}

    public static byte[] bytes(Object answer) {
        try {
            return JSON.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(answer.getClass() + " cannot be written as JSON", e);
        }
    }

    static JsonNode tree(Object answer) {
        return JSON.valueToTree(answer);
    }
}
