/** Localized phrases, number and date formats, text tables and JSON parts shared by all reports. */
@NullMarked
package io.muster.report.wording;

import org.jspecify.annotations.NullMarked;
