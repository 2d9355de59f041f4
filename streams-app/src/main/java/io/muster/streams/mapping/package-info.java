/** Between records on the wire and records of the domain. */
@NullMarked
package io.muster.streams.mapping;

import org.jspecify.annotations.NullMarked;
