/** Failures of commands, with messages for the user. */
@NullMarked
package io.muster.cli.failure;

import org.jspecify.annotations.NullMarked;
