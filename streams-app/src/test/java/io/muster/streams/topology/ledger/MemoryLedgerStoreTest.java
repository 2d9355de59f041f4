package io.muster.streams.topology.ledger;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.statement.Statement;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.PropertyDefaults;

/** The ledger in memory, restored from the records of its input topic. */
@PropertyDefaults(tries = 200)
class MemoryLedgerStoreTest extends LedgerStateContract {

    private static final byte[] KEY = "drive:p1".getBytes(UTF_8);

    @Override
    MemoryLedger start() {
        return new MemoryLedger();
    }

    @Example
    void shouldSkipRejectedRecordsOnRestore() {
        try (MemoryLedger ledger = start()) {
            Statement good = aStatement().build();
            Instant sent = good.recordedAt();
            ledger.deliver(KEY, new byte[] {1, 2, 3}, sent);
            ledger.deliver(KEY, new byte[0], sent);
            ledger.deliver(KEY, null, sent);
            ledger.deliver(null, ledger.bytes(good), sent);
            ledger.deliver("drive:p2".getBytes(UTF_8), ledger.bytes(good), sent);
            ledger.deliver(KEY, ledger.bytes(aStatement().in(" ").build()), sent);
            ledger.deliver(KEY, ledger.bytes(good), sent.minusSeconds(86_401));
            ledger.deliver(KEY, ledger.bytes(good), Instant.ofEpochMilli(-1));

            ledger.restart();

            assertThat(ledger.book().size()).isZero();
        }
    }

    @Example
    void shouldCountValidRecordsBetweenRejectedOnesOnRestore() {
        try (MemoryLedger ledger = start()) {
            Statement good = aStatement().build();
            ledger.deliver(KEY, new byte[] {1, 2, 3}, good.recordedAt());
            ledger.deliver(KEY, ledger.bytes(good), good.recordedAt().minusSeconds(86_400));

            ledger.restart();

            assertThat(ledger.book().size()).isEqualTo(1);
        }
    }

    @Example
    void shouldSkipRecordsOfOtherPartitionsOnRestore() {
        try (MemoryLedger ledger = start()) {
            Statement stray = aStatement().by("stray").build();
            ledger.deliver(MemoryLedger.STRAY, ledger.bytes(stray), stray.recordedAt());

            ledger.restart();

            assertThat(ledger.book().size()).isZero();
        }
    }

    @Example
    void shouldBeEmptyWhenTheSameStoreIsOpenedAgain() {
        try (MemoryLedger ledger = start()) {
            ledger.state(aStatement().build());

            ledger.reopen();

            assertThat(ledger.book().size()).isZero();
            assertThat(ledger.book().changedCount()).isZero();
        }
    }
}
