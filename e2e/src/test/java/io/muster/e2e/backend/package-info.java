/** The brokers and registries that tests run on: embedded or in containers. */
@NullMarked
package io.muster.e2e.backend;

import org.jspecify.annotations.NullMarked;
