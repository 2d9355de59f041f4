package io.muster.contract.serde;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.SchemaProvider;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import java.util.Optional;

/**
 * Tells a schema of another kind than Avro from an answer that is none: Confluent's client says the same of both.
 *
 * @param schemaType as registries name the kind
 */
record OtherSchemas(String schemaType) implements SchemaProvider {

    /** There is a schema, and it is of that kind. */
    private static final class Found extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String type;

        Found(String type) {
            super(type + " schema");
            this.type = type;
        }
    }

    /** The kind of schema that was found, if a failure of the client says so. */
    static Optional<String> typeFoundIn(Exception failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof Found found) {
                return Optional.of(found.type);
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<ParsedSchema> parseSchema(Schema schema, boolean isNew, boolean normalize) {
        throw new Found(schemaType);
    }

    @Override
    public ParsedSchema parseSchemaOrElseThrow(Schema schema, boolean isNew, boolean normalize) {
        throw new Found(schemaType);
    }
}
