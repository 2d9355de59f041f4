/** {@code muster demo}: replays a drive through all services in one process. */
@NullMarked
package io.muster.cli.demo;

import org.jspecify.annotations.NullMarked;
