/** The HTTP server: page, API routes, authentication and security headers. */
@NullMarked
package io.muster.dashboard.http;

import org.jspecify.annotations.NullMarked;
