/** The sample drives, read from their files without any class of the application that reads files. */
@NullMarked
package io.muster.e2e.sample;

import org.jspecify.annotations.NullMarked;
