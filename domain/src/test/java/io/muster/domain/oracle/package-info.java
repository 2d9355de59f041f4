/** A naive recount of all published rows, written from the contract alone. Tests compare the fast code with it. */
@NullMarked
package io.muster.domain.oracle;

import org.jspecify.annotations.NullMarked;
