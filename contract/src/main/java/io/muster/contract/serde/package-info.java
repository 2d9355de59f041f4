/** Avro and the schema registry: serializers and deserializers that tell a registry outage from an invalid record. */
@NullMarked
package io.muster.contract.serde;

import org.jspecify.annotations.NullMarked;
