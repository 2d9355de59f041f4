/** {@code muster dashboard}. */
@NullMarked
package io.muster.cli.dashboard;

import org.jspecify.annotations.NullMarked;
