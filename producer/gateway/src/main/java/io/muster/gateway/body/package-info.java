/** From the bytes of a request to statements, in bounded memory. */
@NullMarked
package io.muster.gateway.body;

import org.jspecify.annotations.NullMarked;
