/** What the field states about participants, and when a statement is refused. */
@NullMarked
package io.muster.domain.statement;

import org.jspecify.annotations.NullMarked;
