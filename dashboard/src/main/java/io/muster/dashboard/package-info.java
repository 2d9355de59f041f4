/** The read side: output topics in memory, and what people are shown of them. */
@NullMarked
package io.muster.dashboard;

import org.jspecify.annotations.NullMarked;
