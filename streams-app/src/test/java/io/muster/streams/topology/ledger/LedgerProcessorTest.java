package io.muster.streams.topology.ledger;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
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
import io.muster.streams.topology.Backlog;
import io.muster.streams.topology.Deaf;
import io.muster.streams.topology.InputProgress;
import io.muster.streams.topology.RoundPacer;
import io.muster.streams.topology.Rounds;
import io.muster.streams.topology.Succession;
import io.muster.streams.topology.TopologySettings;
import io.muster.streams.topology.TopologySettings.LedgerStore;
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

/** What a ledger task does with a record that is not where it belongs, and while another application is still there. */
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
    void shouldSendACopyHomeAndSayWhereItCameFrom() {
        LedgerProcessor ledger = ledger(Succession.NONE);
        Headers headers = new RecordHeaders().add("trace", new byte[] {7});

        take(ledger, aStatement().by(someoneOf(2)), headers);

        assertThat(sentOn()).containsExactly(LedgerStage.STRAYS);
        Record<?, ?> copy = context.forwarded().get(0).record();
        assertThat(copy.headers().lastHeader("trace").value()).containsExactly(7);
        assertThat(Origin.of(copy.headers(), new Origin(2, 5))).isEqualTo(new Origin(OWN, 0));
    }

    @Test
    void shouldLeaveACopyAlone() {
        LedgerProcessor ledger = ledger(Succession.NONE);

        take(ledger, aStatement().by(someoneOf(2)), new Origin(3, 7).addedTo(new RecordHeaders()));

        assertThat(sentOn()).isEmpty();
    }

    @Test
    void shouldCountACopyThatIsAtHome() {
        LedgerProcessor ledger = ledger(Succession.NONE);
        String participant = someoneOf(OWN);
        take(ledger, aStatement().by(participant).in("son-dong"), new RecordHeaders());

        take(
                ledger,
                aStatement().by(participant).in("yen-dung").version(2),
                new Origin(3, 7).addedTo(new RecordHeaders()));

        assertThat(sentOn()).containsExactly(LedgerStage.CORRECTIONS);
    }

    @Test
    void shouldPublishAStatementThatLostThoughItArrivedLater() {
        LedgerProcessor ledger = ledger(Succession.NONE);
        String participant = someoneOf(OWN);

        take(ledger, aStatement().by(participant).version(2), new RecordHeaders());
        take(ledger, aStatement().by(participant).version(1).withdrawn(), new RecordHeaders());
        take(ledger, aStatement().by(participant).version(0), new RecordHeaders());

        assertThat(sentOn()).containsExactly(LedgerStage.LOST_STATEMENTS);
    }

    @Test
    void shouldRecordNothingThatThePredecessorHas() {
        LedgerProcessor ledger = ledger(new Predecessor(2));
        String participant = someoneOf(OWN);

        take(ledger, aStatement().by(participant).in("son-dong"), new RecordHeaders());
        take(ledger, aStatement().by(participant).in("yen-dung").version(2), new RecordHeaders());
        take(ledger, aStatement().by(participant).in("tan-yen").version(3), new RecordHeaders());
        take(ledger, aStatement().by(participant).in("son-dong").version(1).event("older"), new RecordHeaders());
        ledger.process(new Record<>(new byte[0], new byte[] {1}, 0));

        assertThat(sentOn().stream().filter(child -> !child.equals(LedgerStage.CELLS)))
                .containsExactly(LedgerStage.CORRECTIONS, LedgerStage.LOST_STATEMENTS, LedgerStage.REJECTIONS);
    }

    @Test
    void shouldJudgeACopyByWhereItCameFrom() {
        LedgerProcessor ledger = ledger(new Predecessor(8));
        String participant = someoneOf(OWN);
        offset = 100;
        take(ledger, aStatement().by(participant).in("son-dong"), new RecordHeaders());

        take(
                ledger,
                aStatement().by(participant).in("yen-dung").version(2),
                new Origin(3, 7).addedTo(new RecordHeaders()));

        assertThat(sentOn()).doesNotContain(LedgerStage.CORRECTIONS);
    }

    @Test
    void shouldHandOnCellsWithTheirStatementUntilItIsOurTurn() {
        LedgerProcessor ledger = ledger(new Predecessor(1));

        take(ledger, aStatement().by(someoneOf(OWN)), new RecordHeaders());

        assertThat(sentOn()).containsExactly(LedgerStage.CELLS);
    }

    @Test
    void shouldOnlySayWhereARecordIsThatIsTooLargeToBeKept() {
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
                new Deaf(),
                ofTask -> new MemoryLedgerStore("ledger", reader, SETTINGS::homeOf),
                new Rounds(() -> new RoundPacer(1, 1, System::nanoTime), Duration.ofMillis(20), new Backlog()),
                succession,
                InputProgress.UNKNOWN);
        ledger.init(context);
        return ledger;
    }

    private void take(LedgerProcessor ledger, StatementBuilder builder, Headers headers) {
        Statement s = builder.build();
        context.setRecordMetadata(Topics.ENROLLMENTS.name(), OWN, offset++);
        ledger.process(new Record<>(
                RecordKeys.participant(s.campaignId(), s.participantRef()).getBytes(UTF_8),
                serdes.serializer(Topics.ENROLLMENTS).serialize(Topics.ENROLLMENTS.name(), StatementMapping.toAvro(s)),
                s.recordedAt().toEpochMilli(),
                headers));
    }

    /** In the order in which they were sent on, the sinks. */
    private List<String> sentOn() {
        return context.forwarded().stream()
                .map(forward -> forward.childName().orElseThrow())
                .toList();
    }

    private static String someoneOf(int partition) {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> "p" + i)
                .filter(ref ->
                        SETTINGS.homeOf(RecordKeys.participant("drive", ref).getBytes(UTF_8)) == partition)
                .findFirst()
                .orElseThrow();
    }

    /**
     * One that has counted so many records of each partition, and has ended.
     *
     * @param counted records
     */
    private record Predecessor(long counted) implements Succession {

        @Override
        public boolean isDealtWith(byte[] key, Origin original, Origin here) {
            return original.offset() < counted;
        }

        @Override
        public boolean isOurTurn() {
            return false;
        }

        @Override
        public void forEachRowLeft(Consumer<String> receiver) {}
    }
}
