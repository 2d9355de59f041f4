package io.muster.gateway.body;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.domain.statement.Statement;

/** Writes a statement as JSON with all fields. */
final class WrittenRecord {

    private WrittenRecord() {}

    static String of(Statement s) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("eventId", s.eventId().toString());
        object.put("campaignId", s.campaignId().value());
        object.put("participantRef", s.participantRef().value());
        object.put("version", s.version());
        object.put("status", s.status().name());
        object.put("areaId", s.areaId().value());
        object.put("enrolledOn", s.enrolledOn().toString());
        object.put("enrolledAt", s.enrolledAt().toString());
        object.put("recordedAt", s.recordedAt().toString());
        object.put("source", s.source());
        object.put("gender", s.segments().gender().name());
        object.put("ageBand", s.segments().ageBand());
        object.put("occupation", s.segments().occupation());
        object.put("incomeBand", s.segments().incomeBand());
        return object.toString();
    }
}
