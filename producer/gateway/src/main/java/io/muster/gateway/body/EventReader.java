package io.muster.gateway.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the statement from the data of a CloudEvent of type {@value #TYPE}. Missing fields default to attributes of
 * the event: {@code source} to its source, {@code recordedAt} to its time, and {@code eventId} to its id if that is a
 * UUID, or else to a UUID derived from its source and id, which together identify an event.
 */
final class EventReader {

    /** CloudEvents type of statements. */
    static final String TYPE = "io.muster.enrollment";

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern JSON_TYPE = Pattern.compile("(?i)application/([\\w.-]+\\+)?json\\s*(;.*)?");
    private static final byte[] NO_DATA = {};

    private final ObjectMapper eventJson = JsonMapper.builder(RecordSplitter.JSON)
            .addModule(JsonFormat.getCloudEventJacksonModule())
            .build();
    private final ObjectReader json;

    EventReader(ObjectReader json) {
        this.json = json;
    }

    /** The statement of an event in structured mode. */
    JsonNode statementOf(JsonNode event) throws InvalidEventException {
        try {
            CloudEvent read = eventJson.treeToValue(event, CloudEvent.class);
            return withDefaults(read, data(read));
        } catch (JsonProcessingException | CloudEventRWException | IllegalArgumentException e) {
            throw new InvalidEventException(notAnEvent("specversion, id, source and type"));
        }
    }

    /** The statement of an event in binary mode, with its attributes in headers. */
    JsonNode statementOf(Map<String, String> headers, JsonNode data) throws InvalidEventException {
        try {
            CloudEvent read = HttpMessageFactory.createReader(headers, NO_DATA).toEvent();
            return withDefaults(read, data);
        } catch (CloudEventRWException | IllegalStateException | IllegalArgumentException e) {
            throw new InvalidEventException(notAnEvent("the headers ce-specversion, ce-id, ce-source and ce-type"));
        }
    }

    private JsonNode data(CloudEvent event) throws InvalidEventException {
        String type = event.getDataContentType();
        if (type != null && !JSON_TYPE.matcher(type).matches()) {
            throw new InvalidEventException(
                    new RecordProblem("datacontenttype", "is not JSON", "send data in application/json"));
        }
        JsonNode data = node(event.getData());
        if (data == null || !data.isObject()) {
            throw new InvalidEventException(
                    new RecordProblem("data", "is not a JSON object", "put the fields of the statement there"));
        }
        return data;
    }

    private @Nullable JsonNode node(@Nullable CloudEventData data) {
        if (data == null) {
            return null;
        }
        if (data instanceof JsonCloudEventData read) {
            return read.getNode();
        }
        try {
            return json.readTree(data.toBytes());
        } catch (IOException e) {
            return null;
        }
    }

    private static JsonNode withDefaults(CloudEvent event, JsonNode data) throws InvalidEventException {
        if (!TYPE.equals(event.getType())) {
            throw new InvalidEventException(new RecordProblem("type", "is not that of a statement", "write " + TYPE));
        }
        ObjectNode stated = ((ObjectNode) data).deepCopy();
        putIfAbsent(stated, "eventId", eventId(event));
        putIfAbsent(stated, "source", event.getSource().toString());
        if (event.getTime() != null) {
            putIfAbsent(stated, "recordedAt", event.getTime().toString());
        }
        return stated;
    }

    private static void putIfAbsent(ObjectNode stated, String field, String value) {
        if (!stated.hasNonNull(field)) {
            stated.put(field, value);
        }
    }

    private static String eventId(CloudEvent event) {
        if (UUID_TEXT.matcher(event.getId()).matches()) {
            return event.getId();
        }
        String name = event.getSource() + " " + event.getId();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static RecordProblem notAnEvent(String needed) {
        return new RecordProblem(null, "is not a CloudEvent of version 1.0 or 0.3", "give it " + needed);
    }
}
