/** Accepts statements over HTTP. */
@NullMarked
package io.muster.gateway;

import org.jspecify.annotations.NullMarked;
