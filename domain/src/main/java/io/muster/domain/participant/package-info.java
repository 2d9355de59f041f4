/** How a person becomes a participant that nobody can recognise. */
@NullMarked
package io.muster.domain.participant;

import org.jspecify.annotations.NullMarked;
