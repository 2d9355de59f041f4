package io.muster.http;

import org.eclipse.jetty.server.HttpConfiguration;

/** Configures Jetty's header cache of a keep-alive connection. */
final class HeaderCache {

    private HeaderCache() {}

    /**
     * Makes the cache case-sensitive. By default Jetty returns the cached value of an earlier header whose value
     * differs only in case, so that API keys and passwords would be compared ignoring case.
     */
    static void makeCaseSensitive(HttpConfiguration configuration) {
        configuration.setHeaderCacheCaseSensitive(true);
    }
}
