/** {@code muster apply}: publishes campaigns, areas and targets from CSV files. */
@NullMarked
package io.muster.cli.apply;

import org.jspecify.annotations.NullMarked;
