package io.muster.streams.topology.stage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

class RestoreCheckTest {

    private static final boolean EMPTY = true;

    private boolean drained;
    private long firstRecord = Long.MAX_VALUE;
    private final RestoreCheck check = new RestoreCheck(new Input(), "statements", new TaskId(0, 3));

    @Test
    void shouldRefuseAnEmptyStoreWhenARecordBeforeTheNextOneExists() {
        firstRecord = 4;

        assertThatThrownBy(() -> check.check(EMPTY, 5)).isInstanceOf(TaskCorruptedException.class);
    }

    @Test
    void shouldAcceptAnEmptyStoreWhenTheNextRecordIsTheFirst() {
        firstRecord = 4;

        assertThatCode(() -> check.check(EMPTY, 4)).doesNotThrowAnyException();
    }

    @Test
    void shouldNotAskAboutAStoreThatWasRestored() {
        firstRecord = 0;

        assertThatCode(() -> check.check(!EMPTY, 5)).doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseAnEmptyStoreThatGetsNoRecordOnceTheInputIsDrained() {
        firstRecord = 0;
        assertThatCode(() -> check.checkWhenDrained(EMPTY)).doesNotThrowAnyException();

        drained = true;
        assertThatThrownBy(() -> check.checkWhenDrained(EMPTY)).isInstanceOf(TaskCorruptedException.class);
    }

    @Test
    void shouldAskOnce() {
        check.check(EMPTY, 5);
        firstRecord = 0;
        drained = true;

        assertThatCode(() -> check.checkWhenDrained(EMPTY)).doesNotThrowAnyException();
    }

    private final class Input implements InputProgress {

        @Override
        public boolean isDrained(String topic, int partition) {
            return drained;
        }

        @Override
        public boolean hasRecordBefore(String topic, int partition, long offset) {
            return (topic + "-" + partition).equals("statements-3") && firstRecord < offset;
        }
    }
}
