package io.muster.contract.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that every public schema follows. */
class PublicSchemasTest {

    /** Every record and enum that the topics use, directly or nested. */
    static Stream<Schema> named() {
        Map<String, Schema> named = new LinkedHashMap<>();
        PublicRecords.schemas().values().forEach(schema -> collect(schema, named));
        return named.values().stream();
    }

    static Stream<Schema> records() {
        return named().filter(schema -> schema.getType() == Schema.Type.RECORD);
    }

    static Stream<Schema> enums() {
        return named().filter(schema -> schema.getType() == Schema.Type.ENUM);
    }

    @ParameterizedTest
    @MethodSource("named")
    void shouldHaveADocAndThePublicNamespace(Schema schema) {
        assertThat(schema.getDoc())
                .as("doc of %s", schema.getFullName())
                .isNotBlank()
                .endsWith(".");
        assertThat(schema.getNamespace()).isEqualTo("io.muster.schema");
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldDocumentEachField(Schema schema) {
        assertThat(schema.getFields())
                .allSatisfy(field -> assertThat(field.doc())
                        .as("doc of %s.%s", schema.getName(), field.name())
                        .isNotBlank()
                        .endsWith("."));
    }

    @ParameterizedTest
    @MethodSource("enums")
    void shouldGiveEveryEnumADefaultSoThatSymbolsCanBeAdded(Schema schema) {
        assertThat(schema.getEnumDefault())
                .as("default of %s", schema.getName())
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldGiveNullableFieldsAndEnumFieldsADefault(Schema schema) {
        assertThat(schema.getFields()).allSatisfy(field -> {
            if (field.schema().isNullable()) {
                assertThat(field.defaultVal())
                        .as("default of %s.%s", schema.getName(), field.name())
                        .isEqualTo(JsonProperties.NULL_VALUE);
            } else if (field.schema().getType() == Schema.Type.ENUM) {
                assertThat(field.defaultVal())
                        .as("default of %s.%s", schema.getName(), field.name())
                        .isEqualTo(field.schema().getEnumDefault());
            }
        });
    }

    private static void collect(Schema schema, Map<String, Schema> named) {
        switch (schema.getType()) {
            case RECORD -> {
                if (named.put(schema.getFullName(), schema) == null) {
                    schema.getFields().stream().map(Field::schema).forEach(field -> collect(field, named));
                }
            }
            case ENUM -> named.put(schema.getFullName(), schema);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, named));
            case ARRAY -> collect(schema.getElementType(), named);
            case MAP -> collect(schema.getValueType(), named);
            default -> {}
        }
    }
}
