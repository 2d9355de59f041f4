/** The background threads of a service: none of them ends unseen. */
@NullMarked
package io.muster.http.loop;

import org.jspecify.annotations.NullMarked;
