/** What every service has that speaks HTTP: the server, TLS, probes, metrics, problem details. */
@NullMarked
package io.muster.http;

import org.jspecify.annotations.NullMarked;
