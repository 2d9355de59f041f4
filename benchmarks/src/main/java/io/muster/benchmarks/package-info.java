/** Benchmarks that measure from outside, as a consumer of the topics or a reader of the page. */
@NullMarked
package io.muster.benchmarks;

import org.jspecify.annotations.NullMarked;
