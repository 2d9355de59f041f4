/** The client as registration systems embed it, in processes that are killed, cut off, and short of disk. */
@NullMarked
package io.muster.e2e.client;

import org.jspecify.annotations.NullMarked;
