package io.muster.e2e;

import static io.muster.domain.fixture.TestIds.areaId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.contract.Connection;
import io.muster.domain.CampaignId;
import io.muster.domain.fixture.ReferenceRecord.OfCampaign;
import io.muster.domain.fixture.ReferenceRecord.OfTarget;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Guarantees;
import io.muster.domain.reference.References;
import io.muster.domain.tally.CampaignRow.DataQuality;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.ShortSessions;
import io.muster.e2e.process.StreamsInstance;
import io.muster.e2e.sample.ReferenceSender;
import io.muster.e2e.sample.Reorganisation;
import io.muster.e2e.sample.SimulatedDrive;
import io.muster.e2e.sample.TrafficSender;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions arrive late, change, form a cycle and are removed while statements arrive and instances are killed. */
class ReferencesIT {

    private static final int PART = 3_000;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void shouldPublishTheSameRowsAsIfAllDefinitionsHadExistedFromTheStart() throws Exception {
        SimulatedDrive drive = SimulatedDrive.of(Long.getLong("seed", 20_230_518), 4 * PART);
        CampaignId first = drive.plan().campaignId(0);
        CampaignId second = drive.plan().campaignId(1);
        OfCampaign firstAgain =
                new OfCampaign(first, drive.references().campaigns().get(first));
        OfCampaign secondAgain =
                new OfCampaign(second, drive.references().campaigns().get(second));
        try (Backend backend = new EmbeddedBackend()) {
            Connection connection = backend.connection();
            Launcher muster = Launcher.in(folder).connectedTo(connection);
            muster.succeed("topics");
            ReferenceSender references = new ReferenceSender(connection);
            TrafficSender traffic = new TrafficSender(connection, drive.plan());

            try (StreamsInstance doomed = start(muster)) {
                traffic.send(PART).join();
                references.become(drive.references());
                references.send(List.of(new OfCampaign(second, null)));
                awaitNothingBroken(connection, traffic, references);

                // a district below one of its own communes forms a cycle
                References now = references.references();
                references.send(List.of(
                        secondAgain,
                        Reorganisation.move("sim.d1.c1", "sim.d2", now),
                        Reorganisation.move("sim.d3", "sim.d3.c1", now)));
                doomed.process().kill();
            }

            try (StreamsInstance doomed = start(muster)) {
                traffic.send(PART).join();
                awaitNothingBroken(connection, traffic, references);
                DataQuality quality =
                        PublishedRows.read(connection).campaign(first.value()).quality();
                assertThat(quality.cyclicAreas()).isEqualTo(21);
                assertThat(quality.outsideTree()).isPositive();

                references.send(List.of(Reorganisation.move("sim.d3", "sim", references.references())));
                references.send(Reorganisation.merge("sim.d2", "sim.d1", references.references()));
                traffic.send(PART).join();
                doomed.process().kill();
            }

            references.send(List.of(new OfCampaign(first, null), new OfTarget(first, areaId("sim"), null)));
            try (StreamsInstance last = start(muster)) {
                traffic.send(PART).join();
                awaitNothingBroken(connection, traffic, references);
                references.send(List.of(firstAgain));
                awaitNothingBroken(connection, traffic, references);
                last.process().terminate();
                assertThat(last.process().awaitEnd(STOP_LIMIT)).isZero();
            }
            assertThat(broken(connection, traffic, references)).isEmpty();
            assertThat(Guarantees.brokenByCorrections(traffic.statements(), Recorded.corrections(connection)))
                    .isEmpty();
            assertThat(Guarantees.brokenByRejections(List.of(), Recorded.rejections(connection)))
                    .isEmpty();
            assertThat(PublishedRows.read(connection).areas().keySet())
                    .contains(first + "|sim.d1", second + "|sim.d1")
                    .doesNotContain(first + "|sim.d2", second + "|sim.d2");
        }
    }

    private StreamsInstance start(Launcher muster) throws IOException {
        return StreamsInstance.start(muster, folder.resolve("state"), ShortSessions.and());
    }

    private static void awaitNothingBroken(Connection connection, TrafficSender traffic, ReferenceSender references) {
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(broken(connection, traffic, references)).isEmpty());
    }

    private static List<String> broken(Connection connection, TrafficSender traffic, ReferenceSender references) {
        return Guarantees.brokenByRows(
                traffic.statements(), references.references(), AsOf.RECORDED, PublishedRows.read(connection));
    }
}
