/** The commands that publish reference records: {@code apply} for definitions, {@code certify} for certified counts. */
@NullMarked
package io.muster.cli.reference;

import org.jspecify.annotations.NullMarked;
