/** The client embedded in processes that are killed, lose the network or run out of disk. */
@NullMarked
package io.muster.e2e.client;

import org.jspecify.annotations.NullMarked;
