package io.muster.contract.serde;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** Checks whether two versions of a schema are compatible in both directions (FULL compatibility). */
final class Evolution {

    private Evolution() {}

    /** The problems that break FULL compatibility, each naming its field; empty if the schemas are compatible. */
    static List<String> problems(Schema current, Schema released) {
        List<String> problems = new ArrayList<>();
        for (Incompatibility incompatibility : incompatibilities(current, released)) {
            problems.add("the current schema cannot read released records: " + describe(current, incompatibility));
        }
        for (Incompatibility incompatibility : incompatibilities(released, current)) {
            problems.add("the released schema cannot read new records: " + describe(released, incompatibility));
        }
        compareLogicalTypes(current.getFullName(), current, released, problems);
        return problems;
    }

    private static List<Incompatibility> incompatibilities(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities();
    }

    private static String describe(Schema reader, Incompatibility incompatibility) {
        return fieldAt(reader, incompatibility.getLocation()) + " has " + incompatibility.getType() + " ("
                + incompatibility.getMessage() + ")";
    }

    /** The field that a location such as {@code /fields/3/type/1} points to. */
    private static String fieldAt(Schema schema, String location) {
        StringBuilder name = new StringBuilder(schema.getFullName());
        Schema at = schema;
        for (String step : location.substring(1).split("/")) {
            if (step.matches("\\d+") && at.getType() == Schema.Type.RECORD) {
                Field field = at.getFields().get(Integer.parseInt(step));
                name.append('.').append(field.name());
                at = field.schema();
            } else if (step.matches("\\d+") && at.getType() == Schema.Type.UNION) {
                at = at.getTypes().get(Integer.parseInt(step));
            } else if (step.equals("items")) {
                at = at.getElementType();
            } else if (step.equals("values")) {
                at = at.getValueType();
            }
        }
        return name.toString();
    }

    /** Avro's own check ignores logical types, but a date that becomes a plain int breaks readers too. */
    private static void compareLogicalTypes(String where, Schema current, Schema released, List<String> problems) {
        if (current.getType() != released.getType()) {
            return;
        }
        if (!Objects.equals(current.getProp("logicalType"), released.getProp("logicalType"))) {
            problems.add(where + " changes its logical type from " + released.getProp("logicalType") + " to "
                    + current.getProp("logicalType"));
        }
        switch (current.getType()) {
            case RECORD -> {
                for (Field field : current.getFields()) {
                    Field before = released.getField(field.name());
                    if (before != null) {
                        compareLogicalTypes(where + "." + field.name(), field.schema(), before.schema(), problems);
                    }
                }
            }
            case UNION -> {
                for (Schema branch : current.getTypes()) {
                    released.getTypes().stream()
                            .filter(before -> before.getFullName().equals(branch.getFullName()))
                            .forEach(before -> compareLogicalTypes(where, branch, before, problems));
                }
            }
            case ARRAY -> compareLogicalTypes(where, current.getElementType(), released.getElementType(), problems);
            case MAP -> compareLogicalTypes(where, current.getValueType(), released.getValueType(), problems);
            default -> {}
        }
    }
}
