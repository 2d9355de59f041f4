package io.muster.streams.simulator;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.function.Supplier;

/** A registry with outages. */
final class SimulatedRegistry extends MockSchemaRegistryClient {

    private boolean isOut;

    void setOutage(boolean outage) {
        isOut = outage;
    }

    /** Runs an action of a producer. An outage does not affect producers, because they have cached their schemas. */
    <T> T forSender(Supplier<T> action) {
        boolean before = isOut;
        isOut = false;
        try {
            return action.get();
        } finally {
            isOut = before;
        }
    }

    private void failDuringOutage() throws IOException {
        if (isOut) {
            throw new IOException("simulated outage");
        }
    }

    @Override
    public int register(String subject, ParsedSchema schema) throws IOException, RestClientException {
        failDuringOutage();
        return super.register(subject, schema);
    }

    @Override
    public int getId(String subject, ParsedSchema schema) throws IOException, RestClientException {
        failDuringOutage();
        return super.getId(subject, schema);
    }

    @Override
    public ParsedSchema getSchemaBySubjectAndId(String subject, int id) throws IOException, RestClientException {
        failDuringOutage();
        return super.getSchemaBySubjectAndId(subject, id);
    }
}
