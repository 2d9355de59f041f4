/**
 * Where statements are safe until they are sent: one SQLite file, with a write-ahead log beside it that is forced to the disk at every
 * commit. What was added is there after a crash or a power cut; what could not be added left no trace. One process at a time.
 */
@NullMarked
package io.muster.client.spool;

import org.jspecify.annotations.NullMarked;
