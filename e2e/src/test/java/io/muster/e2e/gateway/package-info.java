/** The gateway as its users and their opponents meet it. */
@NullMarked
package io.muster.e2e.gateway;

import org.jspecify.annotations.NullMarked;
