/** {@code muster remove}: removes a target, an area or a campaign. */
@NullMarked
package io.muster.cli.remove;

import org.jspecify.annotations.NullMarked;
