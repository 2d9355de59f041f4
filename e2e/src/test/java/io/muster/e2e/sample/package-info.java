/** Drives to be sent: the samples, read from their files without any class of the application that reads files, and made-up ones. */
@NullMarked
package io.muster.e2e.sample;

import org.jspecify.annotations.NullMarked;
