/** Classification of failures of the broker and the schema registry. Callers add the advice that fits their options. */
@NullMarked
package io.muster.contract.failure;

import org.jspecify.annotations.NullMarked;
