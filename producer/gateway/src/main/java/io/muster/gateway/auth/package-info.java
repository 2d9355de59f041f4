/** API keys, and the sources and areas they are valid for. */
@NullMarked
package io.muster.gateway.auth;

import org.jspecify.annotations.NullMarked;
