/** From statements to acknowledgements, in bounded memory. */
@NullMarked
package io.muster.gateway.send;

import org.jspecify.annotations.NullMarked;
