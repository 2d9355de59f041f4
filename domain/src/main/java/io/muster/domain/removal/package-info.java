/** What it changes when a target, an area or a campaign is removed. */
@NullMarked
package io.muster.domain.removal;

import org.jspecify.annotations.NullMarked;
