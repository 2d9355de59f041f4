/** Reads campaigns, areas and targets from CSV files. */
@NullMarked
package io.muster.intake.reference;

import org.jspecify.annotations.NullMarked;
