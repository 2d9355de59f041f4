package io.muster.e2e.backend;

import io.muster.contract.connection.Connection;

/** An empty broker and an empty schema registry, started when they are first asked for. */
public interface Backend extends AutoCloseable {

    /**
     * Where they are.
     *
     * @throws org.opentest4j.TestAbortedException if this machine cannot run them, saying what is missing
     */
    Connection connection();

    @Override
    void close();
}
