/** The {@code muster notifier} command. */
@NullMarked
package io.muster.cli.notifier;

import org.jspecify.annotations.NullMarked;
