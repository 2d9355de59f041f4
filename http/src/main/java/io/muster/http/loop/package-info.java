/** Background threads whose failures and deaths are reported. */
@NullMarked
package io.muster.http.loop;

import org.jspecify.annotations.NullMarked;
