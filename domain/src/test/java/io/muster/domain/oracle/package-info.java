/** A naive recount of everything that is published, written from the contract alone: what is fast is held against it. */
@NullMarked
package io.muster.domain.oracle;

import org.jspecify.annotations.NullMarked;
