package io.muster.streams.simulator;

import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.Topics;
import io.muster.domain.fixture.ReceivedAt;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Guarantees;
import io.muster.domain.oracle.Rows;
import io.muster.domain.statement.Statement;
import io.muster.streams.mapping.StatementReader;
import io.muster.streams.mapping.StatementReader.Reading;
import io.muster.streams.simulator.log.Entry;
import io.muster.streams.simulator.schedule.Setup;
import io.muster.streams.topology.PublishedRows;
import io.muster.streams.topology.TopologySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares what was published with what the oracle makes of everything that was sent. */
final class Judge {

    private Judge() {}

    /** What was promised and does not hold, in words. */
    static List<String> broken(Cluster cluster, Applications applications, Setup setup) {
        AvroSerdes serdes = cluster.newSerdes();
        Published output = new Published(cluster.log(), serdes);
        StatementReader reader = new StatementReader(serdes.deserializer(Topics.ENROLLMENTS));
        List<Statement> counted = counted(cluster, reader);
        Rows rows = PublishedRows.of(output);
        List<String> broken = new ArrayList<>();
        broken.addAll(
                Guarantees.brokenByRows(counted, cluster.references(), AsOf.RECORDED, ReceivedAt.OFTEN_EARLIER, rows));
        broken.addAll(Guarantees.brokenByCorrections(counted, output.corrections()));
        broken.addAll(Guarantees.brokenByLosses(counted, output.losses()));
        broken.addAll(Guarantees.brokenByRejections(cluster.flawed(), output.rejections()));
        if (setup.isCalm()) {
            broken.addAll(output.falls());
        }
        broken.addAll(new PlacementChecks(counted).broken(output));
        broken.addAll(new RecordChecks(cluster, reader).broken());
        broken.addAll(new RestChecks(cluster, applications, output, rows, setup.store()).broken());
        return broken;
    }

    /** The valid statements, in the order in which they are in the partitions where they are counted. */
    private static List<Statement> counted(Cluster cluster, StatementReader reader) {
        List<Statement> counted = new ArrayList<>();
        for (int i = 0; i < cluster.partitions(); i++) {
            for (Entry entry : cluster.enrollments(i)) {
                if (reader.read(entry.key(), entry.value(), entry.timestamp()) instanceof Reading.Valid valid
                        && TopologySettings.home(Objects.requireNonNull(entry.key()), cluster.partitions()) == i) {
                    counted.add(valid.statement());
                }
            }
        }
        return counted;
    }
}
