/** {@code muster send}: publishes statements from CSV, NDJSON and Excel files. */
@NullMarked
package io.muster.cli.send;

import org.jspecify.annotations.NullMarked;
