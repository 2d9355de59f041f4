package io.muster.contract.failure;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.jspecify.annotations.Nullable;

/**
 * What an exception of the schema registry's client means.
 *
 * @param status the HTTP status; 0 if there was no answer
 * @param cause the exception that determines the kind
 */
public record RegistryFailure(Kind kind, int status, Throwable cause) {

    /** What went wrong. */
    public enum Kind {
        /** No HTTP answer: connection refused, timeout, TLS or DNS failure. */
        NO_ANSWER,
        /** The registry has no such schema, version or subject. */
        UNKNOWN_SCHEMA,
        /** The registry rejected the credentials. */
        ACCESS,
        /** The URL is not one of Confluent's API. */
        WRONG_URL,
        /** The registry rejected the schema as invalid or incompatible. */
        REJECTED_SCHEMA,
        /** Any other HTTP answer. */
        OTHER
    }

    private static final int FIRST_NOT_FOUND_CODE = 40401;
    private static final int LAST_NOT_FOUND_CODE = 40499;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    /** Classifies an exception known to come from the registry's client. */
    public static RegistryFailure of(Throwable failure) {
        return Causes.first(failure, RestClientException.class)
                .map(RegistryFailure::answered)
                .orElseGet(() -> new RegistryFailure(Kind.NO_ANSWER, 0, Causes.root(failure)));
    }

    /**
     * Classifies an exception that may come from either the registry or the broker: Confluent's serializers throw
     * Kafka's exceptions, and only the cause tells the two apart.
     *
     * @return empty if the registry has no part in it
     */
    public static Optional<RegistryFailure> in(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SslAuthenticationException) {
                return Optional.empty();
            }
            if (cause instanceof RestClientException answer) {
                return Optional.of(answered(answer));
            }
            if (cause instanceof IOException) {
                return Optional.of(new RegistryFailure(Kind.NO_ANSWER, 0, cause));
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the registry itself says that it has no such schema, version or subject. A 404 from a proxy has none of
     * the registry's error codes; Confluent's client then fills in a code of its own.
     */
    public static boolean isNotFound(RestClientException answer) {
        return answer.getStatus() == NOT_FOUND
                && answer.getErrorCode() >= FIRST_NOT_FOUND_CODE
                && answer.getErrorCode() <= LAST_NOT_FOUND_CODE;
    }

    private static RegistryFailure answered(RestClientException answer) {
        return new RegistryFailure(kind(answer), answer.getStatus(), answer);
    }

    private static Kind kind(RestClientException answer) {
        if (isNotFound(answer)) {
            return Kind.UNKNOWN_SCHEMA;
        }
        return switch (answer.getStatus()) {
            case UNAUTHORIZED, FORBIDDEN -> Kind.ACCESS;
            case NOT_FOUND, METHOD_NOT_ALLOWED -> Kind.WRONG_URL;
            case CONFLICT, UNPROCESSABLE -> Kind.REJECTED_SCHEMA;
            default -> Kind.OTHER;
        };
    }

    /** The message of the cause; its class name if it has no message. */
    public String detail() {
        return Causes.message(cause);
    }
}
