/** The dashboard as people and programs see it. */
@NullMarked
package io.muster.e2e.dashboard;

import org.jspecify.annotations.NullMarked;
