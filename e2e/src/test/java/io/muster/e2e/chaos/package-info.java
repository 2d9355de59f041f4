/** Fault injection: brokers, a registry and instances in separate processes, and the faults applied to them. */
@NullMarked
package io.muster.e2e.chaos;

import org.jspecify.annotations.NullMarked;
