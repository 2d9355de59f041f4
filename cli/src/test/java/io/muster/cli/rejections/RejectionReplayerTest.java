package io.muster.cli.rejections;

import static io.muster.cli.rejections.RejectionBuilder.aRejection;
import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.cli.rejections.ReplayReport.Left;
import io.muster.cli.rejections.ReplayReport.OfReason;
import io.muster.cli.send.RecordSink;
import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.Topics;
import io.muster.domain.fixture.StatementBuilder;
import io.muster.domain.participant.NumericRefs;
import io.muster.domain.statement.Rejection.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests which records are replayed, by the application's rules and with an in-memory registry. */
class RejectionReplayerTest {

    private static final Instant NOW = Instant.parse("2023-05-18T08:30:00Z");
    private static final RejectionFilter ALL = new RejectionFilter(Set.of(), null, null, Set.of());
    private static final int PARTITIONS = 4;

    private final AvroSerdes serdes =
            new AvroSerdes("mock://" + UUID.randomUUID(), Map.of("auto.register.schemas", true));
    private final List<RecordPosition> sent = new ArrayList<>();

    @Test
    void shouldSendOnlyRecordsThatWouldBeCountedNow() {
        ReplayReport report = replay(
                ALL,
                good().at("muster.enrollments-0@0").build(),
                aRejection().at("muster.enrollments-0@1").build(),
                good().at("muster.enrollments-3@2").build(),
                aRejection()
                        .because(Reason.NO_VALUE, "the record has no value")
                        .at("muster.enrollments-0@3")
                        .value(null)
                        .build());

        assertThat(sent)
                .containsExactly(
                        RecordPosition.parse("muster.enrollments-0@0"), RecordPosition.parse("muster.enrollments-3@2"));
        assertThat(report.counts().chosen()).isEqualTo(4);
        assertThat(report.counts().acceptable()).isEqualTo(2);
        assertThat(report.counts().sent()).isEqualTo(2);
        assertThat(report.counts().left()).isEqualTo(2);
        assertThat(report.isComplete()).isTrue();
        assertThat(report.byReason().get("NO_VALUE"))
                .isEqualTo(new OfReason(
                        0, List.of(new Left("NO_VALUE", 1, "muster.enrollments-0@3", "the record has no value"))));
        assertThat(report.byReason().get("UNDECODABLE"))
                .satisfies(found -> assertThat(found.acceptable()).isEqualTo(2))
                .satisfies(found -> assertThat(found.left()).singleElement().satisfies(left -> {
                    assertThat(left.first()).isEqualTo("muster.enrollments-0@1");
                    assertThat(left.detail()).contains("Unknown magic byte");
                }));
    }

    @Test
    void shouldSendARecordOnceIfItWasRejectedRepeatedly() {
        ReplayReport report = replay(
                ALL,
                good().at("muster.enrollments-0@0").build(),
                good().at("muster.enrollments-0@0").build(),
                good().at("muster.enrollments-1@0").build());

        assertThat(sent).hasSize(2);
        assertThat(report.counts().chosen()).isEqualTo(2);
        assertThat(report.counts().repeated()).isEqualTo(1);
    }

    @Test
    void shouldSendNothingInADryRun() {
        RejectionReplayer replayer = new RejectionReplayer(ALL, check(), RecordSink.none());
        replayer.take(good().build());

        ReplayReport report = replayer.report(true, 0, null);

        assertThat(report.counts().acceptable()).isEqualTo(1);
        assertThat(report.counts().sent()).isZero();
        assertThat(report.isComplete()).isTrue();
    }

    @Test
    void shouldJudgeRecordedAtByTheTimestampOfTheReplay() {
        RejectedRecord early = of(aStatement()
                        .recordedAt(NOW.plus(Duration.ofHours(23)).toString()))
                .because(Reason.RECORDED_AT_IN_THE_FUTURE, "")
                .at("muster.enrollments-0@0")
                .build();
        RejectedRecord tooEarly = of(aStatement()
                        .recordedAt(NOW.plus(Duration.ofHours(25)).toString()))
                .because(Reason.RECORDED_AT_IN_THE_FUTURE, "")
                .at("muster.enrollments-0@1")
                .build();

        replay(ALL, early, tooEarly);

        assertThat(sent).containsExactly(early.position());
    }

    @Test
    void shouldNotSendRecordsOfMissingPartitionsOrOtherTopics() {
        ReplayReport report = replay(
                ALL,
                good().at("somewhere.else-0@0").build(),
                good().at("muster.enrollments-" + PARTITIONS + "@0").build());

        assertThat(sent).isEmpty();
        assertThat(report.byReason().values())
                .singleElement()
                .satisfies(found -> assertThat(found.left())
                        .extracting(Left::reason)
                        .containsExactly("NO_SUCH_PARTITION", "OTHER_TOPIC"));
    }

    @Test
    void shouldReportPositionsWithoutARejection() {
        RejectionFilter two = new RejectionFilter(
                Set.of(),
                null,
                null,
                Set.of(RecordPosition.parse("muster.enrollments-0@0"), RecordPosition.parse("muster.enrollments-0@9")));

        ReplayReport report = replay(
                two,
                good().at("muster.enrollments-0@0").build(),
                good().at("muster.enrollments-0@1").build());

        assertThat(sent).containsExactly(RecordPosition.parse("muster.enrollments-0@0"));
        assertThat(report.notFound()).containsExactly("muster.enrollments-0@9");
        assertThat(report.isComplete()).isFalse();
    }

    @Test
    void shouldReportARecordThatWasNotAcknowledged() {
        RejectionReplayer replayer = new RejectionReplayer(
                ALL,
                check(),
                destination(CompletableFuture.failedStage(new IllegalStateException("the disk is full"))));
        replayer.take(good().at("muster.enrollments-2@5").build());

        ReplayReport report = replayer.report(false, 0, null);

        assertThat(replayer.hasFailed()).isTrue();
        assertThat(report.counts().sent()).isZero();
        assertThat(report.counts().notAcknowledged()).isEqualTo(1);
        assertThat(report.stopped()).isEqualTo("muster.enrollments-2@5: the disk is full");
        assertThat(report.isComplete()).isFalse();
    }

    private ReplayReport replay(RejectionFilter filter, RejectedRecord... rejections) {
        RejectionReplayer replayer =
                new RejectionReplayer(filter, check(), destination(CompletableFuture.completedStage(null)));
        Stream.of(rejections).forEach(replayer::take);
        return replayer.report(false, 0, null);
    }

    private RecordSink<RejectedRecord> destination(CompletionStage<Void> answer) {
        return RecordSink.of(
                record -> {
                    sent.add(record.position());
                    return answer;
                },
                () -> {});
    }

    private AcceptanceCheck check() {
        return new AcceptanceCheck(serdes.deserializer(Topics.ENROLLMENTS), NumericRefs.REFUSED, () -> NOW, PARTITIONS);
    }

    private RejectionBuilder good() {
        return of(aStatement());
    }

    private RejectionBuilder of(StatementBuilder statement) {
        return aRejection()
                .value(serdes.serializer(Topics.ENROLLMENTS)
                        .serialize(Topics.ENROLLMENTS.name(), StatementMapping.toAvro(statement.build())));
    }
}
