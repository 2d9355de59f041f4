/** Alerts on their way to those who are to hear of them: real processes, and what they talk to. */
@NullMarked
package io.muster.e2e.notifier;

import org.jspecify.annotations.NullMarked;
