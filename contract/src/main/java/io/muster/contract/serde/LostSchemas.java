package io.muster.contract.serde;

import io.muster.contract.serde.WriterSchemas.Written;
import io.muster.contract.topic.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;

/**
 * Detects reassigned schema ids. A registry that lost its data assigns ids again, so the id of a valid record may now
 * name another schema. The bytes tell this from a record of the wrong type: Avro has no markers, so bytes hardly ever
 * decode to their very end with a schema they were not written with.
 */
final class LostSchemas<V> {

    /** The setting that decides about such records: {@link #REFUSE} rejects them; otherwise they wait. */
    static final String SETTING = "moved.schema.ids";

    static final String REFUSE = "refuse";

    static final String REMEDY =
            "Nothing is lost: records that name it wait. Restore the registry from its backup, with the ids it"
                    + " had; `muster topics` would give new ones. Is it the registry that senders use?";

    private final Topic<V> topic;
    private final SpecificData model;
    private final Schema own;
    private final boolean waits;

    /** @param waits whether such records wait for the registry's repair instead of being rejected */
    LostSchemas(Topic<V> topic, SpecificData model, boolean waits) {
        this.topic = topic;
        this.model = model;
        this.waits = waits;
        this.own = model.getSchema(topic.valueType());
    }

    /**
     * Whether the bytes are a record of the topic although their schema id now names an unrelated schema. Then the id
     * was reassigned after the record was written.
     */
    boolean isRecordOfTopic(Written misfit, byte[] bytes) {
        return waits
                && !isWholeRecord(misfit, bytes)
                && ownForms().stream().anyMatch(form -> isWholeRecord(form, bytes));
    }

    /** Whether the bytes decode with our own version of the schema, but not with the version that their id names. */
    boolean isOfOwnVersion(Written version, byte[] bytes) {
        return waits && !isWholeRecord(version, bytes) && isWholeRecord(own, bytes);
    }

    private static boolean isWholeRecord(Written written, byte[] bytes) {
        return written instanceof Written.Avro avro
                && isWhole(new GenericDatumReader<>(avro.schema().rawSchema()), bytes);
    }

    RegistryOutageException moved(int id, String meansNow) {
        return new RegistryOutageException(
                "the schema registry has given schema id " + id + " to another schema (" + meansNow + "): a record of "
                        + topic.name() + " uses that id, but its bytes are a complete " + own.getFullName()
                        + ", as under " + topic.subject() + ". " + REMEDY
                        + " If it was another registry that the sender used, --schema-registry-config " + SETTING
                        + "=" + REFUSE + " refuses such records",
                null);
    }

    private boolean isWholeRecord(Schema form, byte[] bytes) {
        return isWhole(new SpecificDatumReader<V>(form, own, model), bytes);
    }

    private static boolean isWhole(DatumReader<?> reader, byte[] bytes) {
        int start = WireFormat.PREFIX_LENGTH;
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, start, bytes.length - start, null);
        try {
            reader.read(null, decoder);
            return decoder.isEnd();
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** The topic's schema and its earlier forms, before fields were appended. */
    private List<Schema> ownForms() {
        List<Schema> forms = new ArrayList<>(List.of(own));
        List<Field> fields = own.getFields();
        for (int kept = fields.size() - 1; kept > 0 && fields.get(kept).hasDefaultValue(); kept--) {
            forms.add(withFields(fields.subList(0, kept)));
        }
        return forms;
    }

    private Schema withFields(List<Field> fields) {
        return Schema.createRecord(
                own.getName(),
                own.getDoc(),
                own.getNamespace(),
                false,
                fields.stream().map(field -> new Field(field, field.schema())).toList());
    }
}
