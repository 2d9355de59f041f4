package io.muster.e2e;

import static org.awaitility.Awaitility.await;

import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Guarantees;
import io.muster.domain.oracle.Rows;
import io.muster.domain.statement.Statement;
import io.muster.e2e.process.Counting;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.StreamsInstance;
import io.muster.e2e.sample.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** A sample drive, sent with the commands of a user and counted by two instances. */
final class Pipeline implements AutoCloseable {

    private static final String APPLICATION_ID = "muster";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Connection connection;
    private final Sample sample;
    private final Launcher muster;
    private final List<StreamsInstance> instances = new ArrayList<>();
    private final List<Statement> counted = new ArrayList<>();

    /** @param folder directory for output and state */
    Pipeline(Connection connection, Sample sample, Path folder) throws Exception {
        this.connection = connection;
        this.sample = sample;
        this.muster = Launcher.in(folder).connectedTo(connection);
        muster.succeed("topics");
        muster.succeed("apply", sample.folder().toString());
        try {
            for (int i = 0; i < 2; i++) {
                instances.add(StreamsInstance.start(muster, folder.resolve("state")));
            }
            instances.forEach(StreamsInstance::awaitReady);
            awaitSharing();
            send(sample.enrollments());
            counted.addAll(sample.statements());
            awaitCounted();
        } catch (Exception | Error e) {
            close();
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    Sample sample() {
        return sample;
    }

    Launcher muster() {
        return muster;
    }

    List<StreamsInstance> instances() {
        return List.copyOf(instances);
    }

    void send(Path file) throws Exception {
        muster.succeed("send", file.toString());
    }

    /** Registers another sent statement that should count. */
    void expectAlso(Statement statement) {
        counted.add(statement);
    }

    /** Waits until everything sent is counted. */
    void awaitCounted() {
        new Counting(connection, APPLICATION_ID, instances).awaitEverything();
    }

    /** Violated guarantees about the rows, as text. */
    List<String> brokenByRows() {
        return Guarantees.brokenByRows(counted, sample.references(), AsOf.RECORDED, published());
    }

    /** The published rows. */
    Rows published() {
        return PublishedRows.read(connection);
    }

    @Override
    public void close() {
        instances.forEach(StreamsInstance::close);
    }

    private void awaitSharing() {
        try (Admin admin = Admin.create(connection.clientSettings())) {
            await().alias("each instance has partitions of the statements")
                    .atMost(LIMIT)
                    .until(() -> membersWithStatements(admin) == instances.size());
        }
    }

    private static long membersWithStatements(Admin admin) throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(List.of(APPLICATION_ID)).all().get().values().stream()
                .flatMap(group -> group.members().stream())
                .filter(member -> member.assignment().topicPartitions().stream()
                        .anyMatch(partition -> partition.topic().equals(Topics.ENROLLMENTS.name())))
                .count();
    }
}
