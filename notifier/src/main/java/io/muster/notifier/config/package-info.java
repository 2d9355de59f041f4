/** Reads receivers from the settings file: {@code receiver.NAME.KEY=VALUE}. */
@NullMarked
package io.muster.notifier.config;

import org.jspecify.annotations.NullMarked;
