/** Reading topics from their beginning. */
@NullMarked
package io.muster.reading;

import org.jspecify.annotations.NullMarked;
