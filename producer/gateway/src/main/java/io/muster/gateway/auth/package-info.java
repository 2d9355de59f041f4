/** Who may speak, and for which sources and areas. */
@NullMarked
package io.muster.gateway.auth;

import org.jspecify.annotations.NullMarked;
