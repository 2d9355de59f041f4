/** What goes over the wire: routes, answers, limits, TLS. */
@NullMarked
package io.muster.gateway.http;

import org.jspecify.annotations.NullMarked;
