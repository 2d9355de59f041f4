/** The area tree, as far as the gateway needs it. */
@NullMarked
package io.muster.gateway.area;

import org.jspecify.annotations.NullMarked;
