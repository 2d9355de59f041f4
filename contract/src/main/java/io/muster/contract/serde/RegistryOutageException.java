package io.muster.contract.serde;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * The schema registry did not say what a record means. This says nothing about the record, which may be tried again later: the registry, or
 * something in front of it, is away, gave an answer that is not a registry's, or has lost its schemas.
 */
public final class RegistryOutageException extends KafkaException {

    private static final long serialVersionUID = 1L;

    RegistryOutageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
