/** The rules of Muster: plain records and functions. No Kafka, no Avro, no clock, no I/O. */
@NullMarked
package io.muster.domain;

import org.jspecify.annotations.NullMarked;
