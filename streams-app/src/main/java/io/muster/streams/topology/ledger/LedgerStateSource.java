package io.muster.streams.topology.ledger;

import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Finds the state of a task among the stores that its processors are connected to. */
interface LedgerStateSource {

    LedgerState of(ProcessorContext<?, ?> context);
}
