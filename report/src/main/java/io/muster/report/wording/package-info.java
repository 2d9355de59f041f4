/** The words, numbers, tables and JSON that reports share, by the language of their reader. */
@NullMarked
package io.muster.report.wording;

import org.jspecify.annotations.NullMarked;
