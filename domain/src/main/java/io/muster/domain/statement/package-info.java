/** Statements about participants, and the rules by which a statement is rejected. */
@NullMarked
package io.muster.domain.statement;

import org.jspecify.annotations.NullMarked;
