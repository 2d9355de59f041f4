/** {@code muster sandbox}, and the embedded cluster that the demo also uses. */
@NullMarked
package io.muster.cli.sandbox;

import org.jspecify.annotations.NullMarked;
