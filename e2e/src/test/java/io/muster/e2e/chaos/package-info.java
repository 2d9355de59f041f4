/** Faults on purpose: brokers, registry and instances as processes of their own, and what is done to them. */
@NullMarked
package io.muster.e2e.chaos;

import org.jspecify.annotations.NullMarked;
