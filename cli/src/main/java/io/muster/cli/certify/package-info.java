/** {@code muster certify}: signs off the days' counts. */
@NullMarked
package io.muster.cli.certify;

import org.jspecify.annotations.NullMarked;
