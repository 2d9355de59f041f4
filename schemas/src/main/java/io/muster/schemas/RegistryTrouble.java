package io.muster.schemas;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;

/** Tells a registry that cannot be asked from a record that is not what it should be: deserializers throw the same for both. */
public final class RegistryTrouble {

    private RegistryTrouble() {}

    /** Whether a record did not decode because the registry did not say what it means; it may be tried again later. */
    public static boolean isCauseOf(RuntimeException failure) {
        if (!(failure instanceof KafkaException)) {
            return false;
        }
        if (!(failure instanceof SerializationException)) {
            return true;
        }
        Throwable cause = failure.getCause();
        if (cause instanceof RestClientException answer) {
            return !saysUnknownSchema(answer);
        }
        return cause instanceof IOException && !isOfAvro(cause);
    }

    /** Avro reports cut-off bytes as an end of file, and the rest in exceptions of its own. */
    private static boolean isOfAvro(Throwable cause) {
        return cause instanceof EOFException
                || cause.getClass().getPackageName().startsWith(AvroRuntimeException.class.getPackageName());
    }

    /** Error codes 40401 to 40499 of the registry's API, as opposed to a bare 404 of something that is no registry. */
    private static boolean saysUnknownSchema(RestClientException answer) {
        return answer.getErrorCode() / 100 == 404;
    }
}
