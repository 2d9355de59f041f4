/**
 * Durable storage for statements until they are sent: one SQLite file, whose write-ahead log is forced to disk at every
 * commit. Additions survive crashes and power cuts; a failed addition leaves no trace. Only one process can open the
 * file at a time.
 */
@NullMarked
package io.muster.client.spool;

import org.jspecify.annotations.NullMarked;
