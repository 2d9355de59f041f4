/** Participant references, and how they are derived from identity numbers without revealing the person. */
@NullMarked
package io.muster.domain.participant;

import org.jspecify.annotations.NullMarked;
