/** What the stages share: flushes, heartbeats, restored stores, settings. */
@NullMarked
package io.muster.streams.topology.stage;

import org.jspecify.annotations.NullMarked;
