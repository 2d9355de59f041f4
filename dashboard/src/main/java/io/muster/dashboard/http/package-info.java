/** The dashboard over HTTP: the page, the API, who may read. */
@NullMarked
package io.muster.dashboard.http;

import org.jspecify.annotations.NullMarked;
