/** Which area lies below which. */
@NullMarked
package io.muster.gateway.area;

import org.jspecify.annotations.NullMarked;
