package io.muster.contract.serde;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.SchemaProvider;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.muster.contract.failure.Causes;
import java.util.Optional;

/**
 * Distinguishes a schema of another kind, such as JSON, from an invalid answer. Confluent's client reports both alike.
 *
 * @param schemaType the registry's name of the kind
 */
record OtherSchemas(String schemaType) implements SchemaProvider {

    /** Signals that the registry returned a schema of another kind. */
    private static final class Found extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String type;

        Found(String type) {
            super(type + " schema");
            this.type = type;
        }
    }

    /** The kind of schema found, if that is why the client failed. */
    static Optional<String> typeFoundIn(Exception failure) {
        return Causes.first(failure, Found.class).map(found -> found.type);
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
