package io.muster.streams.simulator;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.function.Supplier;

/** A registry that may be away. */
final class SimulatedRegistry extends MockSchemaRegistryClient {

    private boolean isAway;

    void away(boolean away) {
        isAway = away;
    }

    /** Does something whose caller has reached it before, and knows what it needs. */
    <T> T forSender(Supplier<T> action) {
        boolean before = isAway;
        isAway = false;
        try {
            return action.get();
        } finally {
            isAway = before;
        }
    }

    private void answer() throws IOException {
        if (isAway) {
            throw new IOException("nobody is there");
        }
    }

    @Override
    public int register(String subject, ParsedSchema schema) throws IOException, RestClientException {
        answer();
        return super.register(subject, schema);
    }

    @Override
    public int getId(String subject, ParsedSchema schema) throws IOException, RestClientException {
        answer();
        return super.getId(subject, schema);
    }

    @Override
    public ParsedSchema getSchemaBySubjectAndId(String subject, int id) throws IOException, RestClientException {
        answer();
        return super.getSchemaBySubjectAndId(subject, id);
    }
}
