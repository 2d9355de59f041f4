package io.muster.streams.topology.ledger;

import net.jqwik.api.PropertyDefaults;

/** The ledger in RocksDB. */
@PropertyDefaults(tries = 6)
class LoggedLedgerStateTest extends LedgerStateContract {

    @Override
    LedgerUnderTest start() {
        return new LoggedLedger();
    }
}
