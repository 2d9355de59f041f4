/** How the tree of areas changed, and what that did to counts. */
@NullMarked
package io.muster.domain.tree;

import org.jspecify.annotations.NullMarked;
