/** Publishes statements and reference records; what a registration system embeds. */
@NullMarked
package io.muster.client;

import org.jspecify.annotations.NullMarked;
