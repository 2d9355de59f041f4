package io.muster.streams.topology.ledger;

import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Looks up the ledger state of a task in its stores. */
interface LedgerStateSource {

    LedgerState of(ProcessorContext<?, ?> context);
}
