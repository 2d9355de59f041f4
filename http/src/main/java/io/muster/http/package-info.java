/** The HTTP infrastructure of every service: server, TLS, health probes, metrics, problem details. */
@NullMarked
package io.muster.http;

import org.jspecify.annotations.NullMarked;
