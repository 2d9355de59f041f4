package io.muster.contract.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class EvolutionTest {

    private static final String RELEASED = """
            {"type": "record", "name": "Visit", "namespace": "io.muster.schema", "fields": [
              {"name": "place", "type": "string"},
              {"name": "day", "type": {"type": "int", "logicalType": "date"}},
              {"name": "kind", "type": {
                "type": "enum", "name": "Kind", "symbols": ["UNKNOWN", "FIRST"], "default": "UNKNOWN"}},
              {"name": "notes", "type": {"type": "array", "items": {"type": "record", "name": "Note", "fields": [
                {"name": "text", "type": "string"}, {"name": "by", "type": ["null", "string"], "default": null}]}}}
            ]}""";

    @Test
    void shouldAllowCompatibleChanges() {
        assertThat(problemsAfter(
                        "{\"name\": \"place\"",
                        "{\"name\": \"room\", \"type\": [\"null\", \"string\"], \"default\": null},"
                                + " {\"name\": \"place\""))
                .isEmpty();
        assertThat(problemsAfter("\"FIRST\"", "\"FIRST\", \"SECOND\"")).isEmpty();
        assertThat(problemsAfter(", {\"name\": \"by\", \"type\": [\"null\", \"string\"], \"default\": null}", ""))
                .isEmpty();
    }

    @Test
    void shouldRejectANewFieldWithoutDefault() {
        assertThat(problemsAfter(
                        "{\"name\": \"place\"", "{\"name\": \"room\", \"type\": \"string\"}, {\"name\": \"place\""))
                .singleElement()
                .asString()
                .contains(
                        "io.muster.schema.Visit.room",
                        "READER_FIELD_MISSING_DEFAULT_VALUE",
                        "cannot read released records");
    }

    @Test
    void shouldRejectTheRemovalOfAFieldThatOldReadersNeed() {
        assertThat(problemsAfter("{\"name\": \"place\", \"type\": \"string\"},", ""))
                .singleElement()
                .asString()
                .contains(
                        "io.muster.schema.Visit.place",
                        "READER_FIELD_MISSING_DEFAULT_VALUE",
                        "cannot read new records");
    }

    @Test
    void shouldRejectANewTypeOfANestedField() {
        assertThat(problemsAfter(
                        "{\"name\": \"text\", \"type\": \"string\"}", "{\"name\": \"text\", \"type\": \"long\"}"))
                .hasSize(2)
                .allMatch(problem ->
                        problem.contains("io.muster.schema.Visit.notes.text") && problem.contains("TYPE_MISMATCH"));
    }

    @Test
    void shouldRejectAFieldThatBecomesNullable() {
        assertThat(problemsAfter(
                        "\"place\", \"type\": \"string\"",
                        "\"place\", \"type\": [\"null\", \"string\"], \"default\": null"))
                .singleElement()
                .asString()
                .contains("io.muster.schema.Visit.place", "cannot read new records");
    }

    @Test
    void shouldRejectTheRemovalOfASymbolFromAnEnumWithoutDefault() {
        Schema released = parse(RELEASED.replace(", \"default\": \"UNKNOWN\"", ""));
        Schema current =
                parse(RELEASED.replace(", \"default\": \"UNKNOWN\"", "").replace(", \"FIRST\"", ""));

        assertThat(Evolution.problems(current, released))
                .singleElement()
                .asString()
                .contains("io.muster.schema.Visit.kind", "MISSING_ENUM_SYMBOLS");
    }

    @Test
    void shouldRejectANewLogicalType() {
        assertThat(problemsAfter("{\"type\": \"int\", \"logicalType\": \"date\"}", "\"int\""))
                .containsExactly("io.muster.schema.Visit.day changes its logical type from date to null");
    }

    private static List<String> problemsAfter(String what, String with) {
        assertThat(RELEASED).contains(what);
        return Evolution.problems(parse(RELEASED.replace(what, with)), parse(RELEASED));
    }

    private static Schema parse(String json) {
        return new Schema.Parser().parse(json);
    }
}
