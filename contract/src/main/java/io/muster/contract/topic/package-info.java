/** The topics of the public contract, the keys of their records, and how their values are written and read. */
@NullMarked
package io.muster.contract.topic;

import org.jspecify.annotations.NullMarked;
