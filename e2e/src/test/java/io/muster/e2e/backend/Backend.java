package io.muster.e2e.backend;

import io.muster.contract.Connection;

/** An empty broker and an empty schema registry, started on first use. */
public interface Backend extends AutoCloseable {

    /**
     * Their addresses.
     *
     * @throws org.opentest4j.TestAbortedException if this machine lacks something; the message names it
     */
    Connection connection();

    @Override
    void close();
}
