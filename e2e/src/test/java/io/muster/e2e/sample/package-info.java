/** Drives to send: the samples, read without the application's file readers, and simulated ones. */
@NullMarked
package io.muster.e2e.sample;

import org.jspecify.annotations.NullMarked;
