/** The model of the HTTP API: records that are serialized as JSON, computed from a board. */
@NullMarked
package io.muster.dashboard.api;

import org.jspecify.annotations.NullMarked;
