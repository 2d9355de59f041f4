/** {@code muster sandbox}, and the cluster that the demo runs on. */
@NullMarked
package io.muster.cli.sandbox;

import org.jspecify.annotations.NullMarked;
