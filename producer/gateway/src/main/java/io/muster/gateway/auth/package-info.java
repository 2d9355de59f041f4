/** API keys, the sources and areas they are valid for, and the area tree by which an area is checked. */
@NullMarked
package io.muster.gateway.auth;

import org.jspecify.annotations.NullMarked;
