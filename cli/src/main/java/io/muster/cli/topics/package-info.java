/** {@code muster topics}: creates the topics and registers their schemas. */
@NullMarked
package io.muster.cli.topics;

import org.jspecify.annotations.NullMarked;
