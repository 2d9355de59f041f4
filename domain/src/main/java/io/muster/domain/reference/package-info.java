/** Campaigns, areas, targets and certified counts: what statements are judged against. */
@NullMarked
package io.muster.domain.reference;

import org.jspecify.annotations.NullMarked;
