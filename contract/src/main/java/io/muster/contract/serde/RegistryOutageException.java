package io.muster.contract.serde;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * A schema could not be obtained: the registry or a proxy before it is unreachable, gave an invalid answer, or has lost
 * its schemas. The record may be valid; retry it later.
 */
public final class RegistryOutageException extends KafkaException {

    private static final long serialVersionUID = 1L;

    RegistryOutageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
