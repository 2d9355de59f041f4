/** {@code muster notifier}: its settings, and the service. */
@NullMarked
package io.muster.cli.notifier;

import org.jspecify.annotations.NullMarked;
