/** What the application is tested against: a real broker and a real schema registry, brought along or in containers. */
@NullMarked
package io.muster.e2e.backend;

import org.jspecify.annotations.NullMarked;
