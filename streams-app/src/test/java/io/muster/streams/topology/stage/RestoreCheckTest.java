package io.muster.streams.topology.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

class RestoreCheckTest {

    private static final boolean EMPTY = true;

    private OptionalLong committed = OptionalLong.empty();
    private long firstRecord = Long.MAX_VALUE;
    private final RestoreCheck check = newCheck();

    @Test
    void shouldRejectAnEmptyStoreIfAnEarlierRecordExists() {
        firstRecord = 4;

        assertThatThrownBy(() -> check.check(EMPTY, 5)).isInstanceOf(TaskCorruptedException.class);
    }

    @Test
    void shouldAcceptAnEmptyStoreBeforeTheFirstRecord() {
        firstRecord = 4;

        assertThatCode(() -> check.check(EMPTY, 4)).doesNotThrowAnyException();
    }

    @Test
    void shouldAcceptAStoreThatIsNotEmpty() {
        firstRecord = 0;

        assertThatCode(() -> check.check(!EMPTY, 5)).doesNotThrowAnyException();
    }

    @Test
    void shouldRejectAnEmptyStoreOnceTheCommittedOffsetIsKnown() {
        firstRecord = 0;
        assertThatCode(() -> check.checkCommitted(EMPTY)).doesNotThrowAnyException();

        committed = OptionalLong.of(1);
        assertThatThrownBy(() -> check.checkCommitted(EMPTY)).isInstanceOf(TaskCorruptedException.class);
    }

    @Test
    void shouldAcceptAnEmptyStoreIfNoRecordIsCommittedAsProcessed() {
        firstRecord = 0;
        committed = OptionalLong.of(0);

        assertThatCode(() -> check.checkCommitted(EMPTY)).doesNotThrowAnyException();
    }

    @Test
    void shouldVerifyAnEmptyStoreOnlyIfThePartitionIsEmpty() {
        assertThat(newCheck().isVerified(EMPTY)).isTrue();

        firstRecord = 0;
        assertThat(newCheck().isVerified(!EMPTY)).isTrue();
        assertThat(newCheck().isVerified(EMPTY)).isFalse();

        committed = OptionalLong.of(1);
        assertThatThrownBy(() -> newCheck().isVerified(EMPTY)).isInstanceOf(TaskCorruptedException.class);
    }

    @Test
    void shouldCheckOnlyOnce() {
        check.check(EMPTY, 5);
        firstRecord = 0;
        committed = OptionalLong.of(5);

        assertThatCode(() -> check.checkCommitted(EMPTY)).doesNotThrowAnyException();
    }

    private RestoreCheck newCheck() {
        return new RestoreCheck(new Input(), "statements", new TaskId(0, 3));
    }

    private final class Input implements InputProgress {

        @Override
        public boolean isDrained(String topic, int partition) {
            return false;
        }

        @Override
        public OptionalLong committed(String topic, int partition) {
            return committed;
        }

        @Override
        public boolean hasRecordBefore(String topic, int partition, long offset) {
            return (topic + "-" + partition).equals("statements-3") && firstRecord < offset;
        }
    }
}
