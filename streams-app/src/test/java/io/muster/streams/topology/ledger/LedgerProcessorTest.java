package io.muster.streams.topology.ledger;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.domain.fixture.TestIds.campaignId;
import static io.muster.domain.fixture.TestIds.participantRef;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.RejectionHeaders;
import io.muster.contract.topic.Topics;
import io.muster.domain.fixture.StatementBuilder;
import io.muster.domain.statement.Statement;
import io.muster.streams.mapping.Origin;
import io.muster.streams.mapping.StatementReader;
import io.muster.streams.topology.NoOpEvents;
import io.muster.streams.topology.stage.FlushPacer;
import io.muster.streams.topology.stage.FlushPolicy;
import io.muster.streams.topology.stage.InputProgress;
import io.muster.streams.topology.stage.Succession;
import io.muster.streams.topology.stage.TopologySettings;
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import io.muster.streams.topology.stage.UncommittedCount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Covers records in the wrong partition, and the time before a predecessor has ended. */
class LedgerProcessorTest {

    private static final int PARTITIONS = 4;
    private static final int OWN = 1;
    private static final TopologySettings SETTINGS =
            new TopologySettings(LedgerStore.MEMORY, PARTITIONS, Duration.ofMillis(20), 1);

    private final AvroSerdes serdes = new AvroSerdes("mock://ledger", Map.of("auto.register.schemas", true));
    private final MockProcessorContext<Object, Object> context;
    private long offset;

    LedgerProcessorTest(@TempDir Path directory) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:9092");
        context = new MockProcessorContext<>(properties, new TaskId(0, OWN), directory.toFile());
        context.setCurrentSystemTimeMs(0);
    }

    @Test
    void shouldRerouteACopyWithItsOrigin() {
        LedgerProcessor ledger = ledger(Succession.NONE);
        Headers headers = new RecordHeaders().add("trace", new byte[] {7});

        process(ledger, aStatement().by(participantOf(2)), headers);

        assertThat(sinks()).containsExactly(LedgerStage.STRAYS);
        Record<?, ?> copy = context.forwarded().get(0).record();
        assertThat(copy.headers().lastHeader("trace").value()).containsExactly(7);
        assertThat(Origin.of(copy.headers(), new Origin(2, 5))).isEqualTo(new Origin(OWN, 0));
    }

    @Test
    void shouldNotRerouteACopyAgain() {
        LedgerProcessor ledger = ledger(Succession.NONE);

        process(ledger, aStatement().by(participantOf(2)), new Origin(3, 7).addedTo(new RecordHeaders()));

        assertThat(sinks()).isEmpty();
    }

    @Test
    void shouldCountACopyInTheRightPartition() {
        LedgerProcessor ledger = ledger(Succession.NONE);
        String participant = participantOf(OWN);
        process(ledger, aStatement().by(participant).in("son-dong"), new RecordHeaders());

        process(
                ledger,
                aStatement().by(participant).in("yen-dung").version(2),
                new Origin(3, 7).addedTo(new RecordHeaders()));

        assertThat(sinks()).containsExactly(LedgerStage.CORRECTIONS);
    }

    @Test
    void shouldPublishALostStatement() {
        LedgerProcessor ledger = ledger(Succession.NONE);
        String participant = participantOf(OWN);

        process(ledger, aStatement().by(participant).version(2), new RecordHeaders());
        process(ledger, aStatement().by(participant).version(1).withdrawn(), new RecordHeaders());
        process(ledger, aStatement().by(participant).version(0), new RecordHeaders());

        assertThat(sinks()).containsExactly(LedgerStage.LOST_STATEMENTS);
    }

    @Test
    void shouldSkipEffectsThatThePredecessorRecorded() {
        LedgerProcessor ledger = ledger(new Predecessor(2));
        String participant = participantOf(OWN);

        process(ledger, aStatement().by(participant).in("son-dong"), new RecordHeaders());
        process(ledger, aStatement().by(participant).in("yen-dung").version(2), new RecordHeaders());
        process(ledger, aStatement().by(participant).in("tan-yen").version(3), new RecordHeaders());
        process(ledger, aStatement().by(participant).in("son-dong").version(1).event("older"), new RecordHeaders());
        ledger.process(new Record<>(new byte[0], new byte[] {1}, 0));

        assertThat(sinks().stream().filter(child -> !child.equals(LedgerStage.CELLS)))
                .containsExactly(LedgerStage.CORRECTIONS, LedgerStage.LOST_STATEMENTS, LedgerStage.REJECTIONS);
    }

    @Test
    void shouldCheckTheOriginOfACopy() {
        LedgerProcessor ledger = ledger(new Predecessor(8));
        String participant = participantOf(OWN);
        offset = 100;
        process(ledger, aStatement().by(participant).in("son-dong"), new RecordHeaders());

        process(
                ledger,
                aStatement().by(participant).in("yen-dung").version(2),
                new Origin(3, 7).addedTo(new RecordHeaders()));

        assertThat(sinks()).doesNotContain(LedgerStage.CORRECTIONS);
    }

    @Test
    void shouldForwardCellsWithEachStatementBeforeItPublishesRows() {
        LedgerProcessor ledger = ledger(new Predecessor(1));

        process(ledger, aStatement().by(participantOf(OWN)), new RecordHeaders());

        assertThat(sinks()).containsExactly(LedgerStage.CELLS);
    }

    @Test
    void shouldRejectATooLargeRecordWithoutItsContent() {
        LedgerProcessor ledger = ledger(Succession.NONE);
        context.setRecordMetadata(Topics.ENROLLMENTS.name(), OWN, 17);

        ledger.process(new Record<>(new byte[0], new byte[Topics.LARGEST_REJECTION], 0));

        Record<?, ?> kept = context.forwarded().get(0).record();
        assertThat(kept.value()).isNull();
        assertThat(RejectionHeaders.of(kept.headers()).orElseThrow().offset()).isEqualTo(17);
    }

    private LedgerProcessor ledger(Succession succession) {
        StatementReader reader = new StatementReader(serdes.deserializer(Topics.ENROLLMENTS));
        LedgerProcessor ledger = new LedgerProcessor(
                reader,
                SETTINGS,
                new NoOpEvents(),
                ofTask -> new MemoryLedgerStore("ledger", reader, SETTINGS::partitionOfKey),
                new FlushPolicy(
                        () -> new FlushPacer(1, 1, System::nanoTime),
                        Duration.ofMillis(20),
                        Duration.ZERO,
                        new UncommittedCount()),
                succession,
                InputProgress.UNKNOWN);
        ledger.init(context);
        return ledger;
    }

    private void process(LedgerProcessor ledger, StatementBuilder builder, Headers headers) {
        Statement s = builder.build();
        context.setRecordMetadata(Topics.ENROLLMENTS.name(), OWN, offset++);
        ledger.process(new Record<>(
                RecordKeys.participant(s.campaignId(), s.participantRef()).getBytes(UTF_8),
                serdes.serializer(Topics.ENROLLMENTS).serialize(Topics.ENROLLMENTS.name(), StatementMapping.toAvro(s)),
                s.recordedAt().toEpochMilli(),
                headers));
    }

    /** The sinks of all forwarded records, in order. */
    private List<String> sinks() {
        return context.forwarded().stream()
                .map(forward -> forward.childName().orElseThrow())
                .toList();
    }

    private static String participantOf(int partition) {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> "p" + i)
                .filter(ref -> SETTINGS.partitionOfKey(RecordKeys.participant(campaignId("drive"), participantRef(ref))
                                .getBytes(UTF_8))
                        == partition)
                .findFirst()
                .orElseThrow();
    }

    /**
     * A predecessor that has ended.
     *
     * @param counted the number of records that it counted in each partition
     */
    private record Predecessor(long counted) implements Succession {

        @Override
        public boolean isRecordedByPredecessor(byte[] key, Origin original, Origin here) {
            return original.offset() < counted;
        }

        @Override
        public boolean isPublisher() {
            return false;
        }

        @Override
        public void forEachInheritedRow(Consumer<String> receiver) {}
    }
}
