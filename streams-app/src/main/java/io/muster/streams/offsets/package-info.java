/** What offsets say of how far an application has come. */
@NullMarked
package io.muster.streams.offsets;

import org.jspecify.annotations.NullMarked;
