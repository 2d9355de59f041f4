/** {@code muster simulate}: publishes reproducible field traffic at a given rate. */
@NullMarked
package io.muster.cli.simulate;

import org.jspecify.annotations.NullMarked;
