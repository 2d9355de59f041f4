/** Changes of the area tree, and their effect on counts. */
@NullMarked
package io.muster.domain.tree;

import org.jspecify.annotations.NullMarked;
