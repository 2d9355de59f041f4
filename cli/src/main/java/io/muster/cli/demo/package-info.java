/** {@code muster demo}: a drive replayed through the real thing, in one process. */
@NullMarked
package io.muster.cli.demo;

import org.jspecify.annotations.NullMarked;
