/** Measures from outside, as a consumer of the topics sees it. */
@NullMarked
package io.muster.benchmarks;

import org.jspecify.annotations.NullMarked;
