/** The settings of the application; right once they exist. */
@NullMarked
package io.muster.streams.config;

import org.jspecify.annotations.NullMarked;
