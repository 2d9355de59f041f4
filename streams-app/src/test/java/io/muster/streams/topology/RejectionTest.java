package io.muster.streams.topology;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.domain.statement.Rejection.Reason.ENROLLED_AT_AFTER_RECORDED_AT;
import static io.muster.domain.statement.Rejection.Reason.ENROLLED_ON_FAR_FROM_ENROLLED_AT;
import static io.muster.domain.statement.Rejection.Reason.FIELD_TOO_LONG;
import static io.muster.domain.statement.Rejection.Reason.INVALID_ID;
import static io.muster.domain.statement.Rejection.Reason.KEY_MISMATCH;
import static io.muster.domain.statement.Rejection.Reason.NO_VALUE;
import static io.muster.domain.statement.Rejection.Reason.RECORDED_AT_IN_THE_FUTURE;
import static io.muster.domain.statement.Rejection.Reason.UNDECODABLE;
import static io.muster.domain.statement.Rejection.Reason.UNKNOWN_STATUS;
import static io.muster.streams.topology.Drive.drive;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.topic.Topics;
import io.muster.domain.statement.Rejection;
import io.muster.schema.EnrollmentEvent;
import io.muster.schema.EnrollmentStatus;
import io.muster.schema.Target;
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Which records are rejected, and what the rejections topic keeps of them (docs/rules.md, rule 9). */
@ParameterizedClass(name = "ledger in {0}")
@EnumSource
class RejectionTest {

    private static final Instant SENT = Instant.parse("2023-05-12T12:00:10Z");
    private static final byte[] KEY = "drive:p1".getBytes(UTF_8);

    private final TopologyHarness muster;

    RejectionTest(LedgerStore ledgerStore) {
        muster = new TopologyHarness(ledgerStore);
        muster.refer(drive());
    }

    @AfterEach
    void close() {
        muster.close();
    }

    @Test
    void shouldKeepTheRecordByteForByteAndAddItsPosition() {
        muster.state(aStatement().by("counted"));
        Headers headers = new RecordHeaders().add("trace", new byte[] {7, 0, -7});
        byte[] key = {0, -1, 'k'};
        byte[] value = {0, 0, 0, 0, 99, -128, 1};

        muster.send(Topics.ENROLLMENTS, new TestRecord<>(key, value, headers, SENT));

        TestRecord<byte[], byte[]> rejected = onlyRejection();
        assertThat(rejected.key()).isEqualTo(key);
        assertThat(rejected.value()).isEqualTo(value);
        assertThat(rejected.getRecordTime()).isEqualTo(SENT);
        assertThat(rejected.headers().lastHeader("trace").value()).containsExactly(7, 0, -7);
        assertThat(header(rejected, "reason")).isEqualTo("UNDECODABLE");
        assertThat(header(rejected, "topic")).isEqualTo("muster.enrollments");
        assertThat(header(rejected, "partition")).isEqualTo("0");
        assertThat(header(rejected, "offset")).isEqualTo("1");
        assertThat(header(rejected, "timestamp")).isEqualTo(Long.toString(SENT.toEpochMilli()));
    }

    @Test
    void shouldContinueAfterARejectedRecord() {
        muster.sendBytes(Topics.ENROLLMENTS, KEY, new byte[] {1, 2, 3}, SENT);
        muster.sendBytes(Topics.ENROLLMENTS, null, null, SENT);
        muster.state(aStatement());

        assertThat(muster.events().rejections()).containsExactly(UNDECODABLE, NO_VALUE);
        assertThat(muster.published().area("bac-giang").getEnrolled()).isEqualTo(1);
    }

    @Test
    void shouldRejectUndecodableBytes() {
        byte[] whole = bytes(event());
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        byte[] unknownSchema = whole.clone();
        unknownSchema[1] = 0x7f;
        byte[] hugeText = Arrays.copyOf(Arrays.copyOf(whole, 5), 10);
        Arrays.fill(hugeText, 5, 9, (byte) 0xfe);
        hugeText[9] = 0x07;

        for (byte[] value : List.of(new byte[0], new byte[] {0}, cut, unknownSchema, hugeText)) {
            assertThat(rejectionOf(KEY, value)).isEqualTo(UNDECODABLE);
        }
    }

    @Test
    void shouldRejectAnEventIdThatIsNotAUuid() {
        byte[] value = bytes(event());
        value[6] = 'x';

        assertThat(rejectionOf(KEY, value)).isEqualTo(UNDECODABLE);
    }

    @Test
    void shouldRejectARecordWithAnotherSchemaAndNameTheSchema() {
        byte[] target = muster.bytes(Topics.TARGETS, new Target(7L));

        muster.sendBytes(Topics.ENROLLMENTS, KEY, target, SENT);

        assertThat(header(onlyRejection(), "detail"))
                .isEqualTo("expected io.muster.schema.EnrollmentEvent, found io.muster.schema.Target");
    }

    @Test
    void shouldRejectATombstone() {
        assertThat(rejectionOf(KEY, null)).isEqualTo(NO_VALUE);
    }

    @Test
    void shouldRejectBlankIdsAndIdsThatWouldMakeKeysAmbiguous() {
        assertThat(rejectionOf(event().setCampaignId(" "))).isEqualTo(INVALID_ID);
        assertThat(rejectionOf(event().setParticipantRef(""))).isEqualTo(INVALID_ID);
        assertThat(rejectionOf(event().setAreaId("\t"))).isEqualTo(INVALID_ID);
        assertThat(rejectionOf(event().setCampaignId("a:b"))).isEqualTo(INVALID_ID);
        assertThat(rejectionOf(event().setAreaId("a|b"))).isEqualTo(INVALID_ID);
        assertThat(rejectionOf(event().setAreaId("x".repeat(257)))).isEqualTo(INVALID_ID);
    }

    @Test
    void shouldRejectAnUnknownStatus() {
        assertThat(rejectionOf(event().setStatus(EnrollmentStatus.UNKNOWN))).isEqualTo(UNKNOWN_STATUS);
    }

    @Test
    void shouldRejectAKeyThatDoesNotMatchTheValue() {
        assertThat(rejectionOf("drive:p2".getBytes(UTF_8), bytes(event()))).isEqualTo(KEY_MISMATCH);
        assertThat(rejectionOf("p1".getBytes(UTF_8), bytes(event()))).isEqualTo(KEY_MISMATCH);
        assertThat(rejectionOf(null, bytes(event()))).isEqualTo(KEY_MISMATCH);
    }

    @Test
    void shouldRejectEnrolledOnMoreThanADayFromEnrolledAt() {
        EnrollmentEvent.Builder event = event().setEnrolledAt(Instant.parse("2023-05-14T00:00:00Z"));

        assertThat(rejectionOf(event)).isEqualTo(ENROLLED_ON_FAR_FROM_ENROLLED_AT);
    }

    @Test
    void shouldRejectEnrolledAtMoreThanADayAfterRecordedAt() {
        EnrollmentEvent.Builder event = event().setRecordedAt(Instant.parse("2023-05-11T11:59:59.999Z"));

        assertThat(rejectionOf(event)).isEqualTo(ENROLLED_AT_AFTER_RECORDED_AT);
    }

    @Test
    void shouldRejectRecordedAtMoreThanADayAfterTheRecordTimestamp() {
        EnrollmentEvent.Builder event =
                event().setRecordedAt(SENT.plusSeconds(86_400).plusMillis(1));

        assertThat(rejectionOf(event)).isEqualTo(RECORDED_AT_IN_THE_FUTURE);
    }

    @Test
    void shouldRejectARecordWithoutATimestampAndContinue() {
        muster.sendBytes(Topics.ENROLLMENTS, KEY, bytes(event()), Instant.ofEpochMilli(-1));
        assertThat(header(onlyRejection(), "reason")).isEqualTo("RECORDED_AT_IN_THE_FUTURE");

        muster.state(aStatement());
        assertThat(muster.published().area("bac-giang").getEnrolled()).isEqualTo(1);
    }

    @Test
    void shouldRejectAFieldThatIsTooLong() {
        assertThat(rejectionOf(event().setSource("x".repeat(257)))).isEqualTo(FIELD_TOO_LONG);
        assertThat(rejectionOf(event().setOccupation("x".repeat(257)))).isEqualTo(FIELD_TOO_LONG);
    }

    private static EnrollmentEvent.Builder event() {
        return EnrollmentEvent.newBuilder(StatementMapping.toAvro(aStatement().build()));
    }

    private byte[] bytes(EnrollmentEvent.Builder event) {
        return muster.bytes(Topics.ENROLLMENTS, event.build());
    }

    /** Sends an event under its correct key. */
    private Rejection.Reason rejectionOf(EnrollmentEvent.Builder event) {
        byte[] key = (event.getCampaignId() + ":" + event.getParticipantRef()).getBytes(UTF_8);
        return rejectionOf(key, bytes(event));
    }

    private Rejection.Reason rejectionOf(byte @Nullable [] key, byte @Nullable [] value) {
        muster.sendBytes(Topics.ENROLLMENTS, key, value, SENT);
        TestRecord<byte[], byte[]> rejected = onlyRejection();
        assertThat(rejected.key()).isEqualTo(key);
        assertThat(rejected.value()).isEqualTo(value);
        return Rejection.Reason.valueOf(header(rejected, "reason"));
    }

    private TestRecord<byte[], byte[]> onlyRejection() {
        List<TestRecord<byte[], byte[]>> rejections = muster.published().rejections();
        assertThat(rejections).hasSize(1);
        return rejections.get(0);
    }

    private static String header(TestRecord<?, ?> rejected, String name) {
        return new String(
                rejected.headers().lastHeader("muster.rejection." + name).value(), UTF_8);
    }
}
