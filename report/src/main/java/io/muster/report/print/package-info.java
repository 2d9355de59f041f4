/** Renders bulletins as text, HTML, CSV and JSON, and the table and alerts that are shown in a terminal. */
@NullMarked
package io.muster.report.print;

import org.jspecify.annotations.NullMarked;
