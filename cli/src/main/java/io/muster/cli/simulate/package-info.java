/** {@code muster simulate}: field traffic from a seed, at any rate. */
@NullMarked
package io.muster.cli.simulate;

import org.jspecify.annotations.NullMarked;
