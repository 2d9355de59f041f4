/** The dashboard service: follows the output topics in memory and serves the page, the API and the event stream. */
@NullMarked
package io.muster.dashboard;

import org.jspecify.annotations.NullMarked;
