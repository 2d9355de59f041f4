/** {@code muster keys}: manages the API keys of the gateway. */
@NullMarked
package io.muster.cli.keys;

import org.jspecify.annotations.NullMarked;
