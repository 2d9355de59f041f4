/** Runs the notifier as a service, with health and metrics. */
@NullMarked
package io.muster.notifier.runtime;

import org.jspecify.annotations.NullMarked;
