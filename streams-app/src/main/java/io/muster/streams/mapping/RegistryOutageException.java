package io.muster.streams.mapping;

/** The schema registry was not reached, or did not want to answer now; this says nothing about the record. */
public final class RegistryOutageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegistryOutageException(String message, RuntimeException cause) {
        super(message, cause);
    }
}
