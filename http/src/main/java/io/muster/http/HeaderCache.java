package io.muster.http;

import org.eclipse.jetty.server.HttpConfiguration;

/** How a connection that is kept open remembers the headers of its requests. */
final class HeaderCache {

    private HeaderCache() {}

    /**
     * By default Jetty takes a header for one of an earlier request if the two differ only in case, and gives the value of the earlier
     * one. Keys and passwords would be compared without case.
     */
    static void rememberAsSent(HttpConfiguration configuration) {
        configuration.setHeaderCacheCaseSensitive(true);
    }
}
