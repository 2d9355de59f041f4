/** {@code muster send}: publishes statements from CSV and NDJSON files. */
@NullMarked
package io.muster.cli.send;

import org.jspecify.annotations.NullMarked;
