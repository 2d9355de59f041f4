/** How to reach broker and registry. */
@NullMarked
package io.muster.contract.connection;

import org.jspecify.annotations.NullMarked;
