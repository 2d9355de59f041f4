/** Mapping between the Avro records of the contract and the records of the domain. */
@NullMarked
package io.muster.contract.mapping;

import org.jspecify.annotations.NullMarked;
