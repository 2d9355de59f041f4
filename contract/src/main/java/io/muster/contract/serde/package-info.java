/** Avro and the schema registry: serializers and deserializers that wait while the registry is away. */
@NullMarked
package io.muster.contract.serde;

import org.jspecify.annotations.NullMarked;
