/** Reading topics from the beginning, to their end or beyond. */
@NullMarked
package io.muster.contract.reading;

import org.jspecify.annotations.NullMarked;
