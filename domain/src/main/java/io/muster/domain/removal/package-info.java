/** The effects of removing a target, an area or a campaign. */
@NullMarked
package io.muster.domain.removal;

import org.jspecify.annotations.NullMarked;
