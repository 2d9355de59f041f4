/** Routes, responses, limits and access log. */
@NullMarked
package io.muster.gateway.http;

import org.jspecify.annotations.NullMarked;
