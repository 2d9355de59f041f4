/** Sends statements and tracks acknowledgements, in bounded memory. */
@NullMarked
package io.muster.gateway.send;

import org.jspecify.annotations.NullMarked;
