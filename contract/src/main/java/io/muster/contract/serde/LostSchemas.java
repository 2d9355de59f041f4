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
 * Tells a record of another type, which its sender should not have sent, from a record of the topic whose schema id means another
 * schema than it did: a registry that lost its schemas gives ids anew. The registry itself cannot tell, but the bytes can: Avro marks nothing in them, so
 * that they hardly ever read to their very end as a record that they are not.
 */
final class LostSchemas<V> {

    /** Says what becomes of such records: {@link #REFUSE}, else they wait. */
    static final String SETTING = "moved.schema.ids";

    static final String REFUSE = "refuse";

    static final String REMEDY =
            "Nothing is lost: records that name it wait. Restore the registry from its backup, with the ids it"
                    + " had; `muster topics` would give new ones. Is it the registry that senders use?";

    private final Topic<V> topic;
    private final SpecificData model;
    private final Schema own;
    private final boolean waits;

    /** @param waits whether such records are to wait, rather than to be refused */
    LostSchemas(Topic<V> topic, SpecificData model, boolean waits) {
        this.topic = topic;
        this.model = model;
        this.waits = waits;
        this.own = model.getSchema(topic.valueType());
    }

    /**
     * Whether bytes are a record of the topic, although their schema id names a schema that no record of it is written with: then the id
     * meant another one when they were written.
     */
    boolean isRecordOfTopic(Written misfit, byte[] bytes) {
        return waits
                && !isWholeRecord(misfit, bytes)
                && ownForms().stream().anyMatch(form -> isWholeRecord(form, bytes));
    }

    /** Whether bytes are not what the version says that their schema id names, but are what our own says. */
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
                        + topic.name() + " names it, and is a whole " + own.getFullName() + ", as under "
                        + topic.subject() + ". " + REMEDY
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

    /** The topic's schema, and what it was before fields were added at its end. */
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
