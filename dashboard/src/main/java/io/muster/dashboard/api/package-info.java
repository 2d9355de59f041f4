/** What the HTTP API says: records as they are written in JSON, made of a board. */
@NullMarked
package io.muster.dashboard.api;

import org.jspecify.annotations.NullMarked;
