/** The gateway as its users and attackers see it. */
@NullMarked
package io.muster.e2e.gateway;

import org.jspecify.annotations.NullMarked;
