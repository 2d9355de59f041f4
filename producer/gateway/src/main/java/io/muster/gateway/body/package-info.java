/** Reads request bodies into statements, in bounded memory. */
@NullMarked
package io.muster.gateway.body;

import org.jspecify.annotations.NullMarked;
