/** The command that runs the gateway. */
@NullMarked
package io.muster.cli.gateway;

import org.jspecify.annotations.NullMarked;
