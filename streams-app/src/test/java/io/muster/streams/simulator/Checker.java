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
import io.muster.streams.topology.LatestRows;
import io.muster.streams.topology.stage.TopologySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares the published records with the oracle's result for all records that were sent. */
final class Checker {

    private Checker() {}

    /** Descriptions of all broken guarantees. */
    static List<String> broken(Cluster cluster, Applications applications, Setup setup) {
        AvroSerdes serdes = cluster.newSerdes();
        PublishedOutput output = new PublishedOutput(cluster.log(), serdes);
        StatementReader reader = new StatementReader(serdes.deserializer(Topics.ENROLLMENTS));
        List<Statement> counted = counted(cluster, reader);
        Rows rows = LatestRows.of(output);
        List<String> broken = new ArrayList<>();
        broken.addAll(
                Guarantees.brokenByRows(counted, cluster.references(), AsOf.RECORDED, ReceivedAt.OFTEN_EARLIER, rows));
        broken.addAll(Guarantees.brokenByCorrections(counted, output.corrections()));
        broken.addAll(Guarantees.brokenByLosses(counted, output.losses()));
        broken.addAll(Guarantees.brokenByRejections(cluster.invalid(), output.rejections()));
        if (setup.isMonotonic()) {
            broken.addAll(output.falls());
        }
        broken.addAll(new PlacementChecks(counted).broken(output));
        broken.addAll(new RecordChecks(cluster, reader).broken());
        broken.addAll(new QuiescenceChecks(cluster, applications, output, rows, setup.store()).broken());
        return broken;
    }

    /** The valid statements, in the order of the partitions that count them. */
    private static List<Statement> counted(Cluster cluster, StatementReader reader) {
        List<Statement> counted = new ArrayList<>();
        for (int i = 0; i < cluster.partitions(); i++) {
            for (Entry entry : cluster.enrollments(i)) {
                if (reader.read(entry.key(), entry.value(), entry.timestamp()) instanceof Reading.Valid valid
                        && TopologySettings.partitionOfKey(Objects.requireNonNull(entry.key()), cluster.partitions())
                                == i) {
                    counted.add(valid.statement());
                }
            }
        }
        return counted;
    }
}
