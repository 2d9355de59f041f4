/** Reading topics from their beginning. */
@NullMarked
package io.muster.contract.reading;

import org.jspecify.annotations.NullMarked;
