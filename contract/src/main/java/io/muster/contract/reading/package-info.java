/** Reading topics from the beginning. */
@NullMarked
package io.muster.contract.reading;

import org.jspecify.annotations.NullMarked;
