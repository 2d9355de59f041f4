package io.muster.streams.topology.reference;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.References;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ReferenceDataTest {

    private static final CampaignId DRIVE = campaignId("drive");
    private static final AreaId YEN_DUNG = areaId("yen-dung");
    private static final AreaId SON_DONG = areaId("son-dong");
    private static final LocalDate DAY = LocalDate.parse("2023-05-12");

    private final ReferenceData data = new ReferenceData();

    @Test
    void shouldReturnTheSameSnapshotUntilSomethingChanges() {
        assertThat(data.snapshot()).isSameAs(References.NONE);
        data.target(DRIVE, YEN_DUNG, 285L);

        References references = data.snapshot();

        assertThat(data.snapshot()).isSameAs(references);
    }

    @Test
    void shouldShareTheAreasOfASnapshotIfOnlyOtherRecordsChanged() {
        data.area(YEN_DUNG, area("bac-giang"));
        Map<AreaId, Area> areas = data.snapshot().areas();

        data.target(DRIVE, YEN_DUNG, 285L);

        assertThat(data.snapshot().areas()).isSameAs(areas);
    }

    @Test
    void shouldNotChangeAnEarlierSnapshot() {
        data.target(DRIVE, YEN_DUNG, 285L);
        data.certified(DRIVE, YEN_DUNG, DAY, 7L);
        References before = data.snapshot();

        data.target(DRIVE, YEN_DUNG, 300L);
        data.target(DRIVE, SON_DONG, 71L);
        data.certified(DRIVE, YEN_DUNG, DAY, null);

        assertThat(before.target(DRIVE, YEN_DUNG)).isEqualTo(285);
        assertThat(before.target(DRIVE, SON_DONG)).isNull();
        assertThat(before.certified(DRIVE, YEN_DUNG)).containsEntry(DAY, 7L);
        assertThat(data.snapshot().target(DRIVE, YEN_DUNG)).isEqualTo(300);
        assertThat(data.snapshot().certified(DRIVE, YEN_DUNG)).isEmpty();
    }

    @Test
    void shouldRemoveDefinitions() {
        data.area(YEN_DUNG, area("bac-giang"));
        data.target(DRIVE, YEN_DUNG, 285L);

        data.area(YEN_DUNG, null);
        data.target(DRIVE, YEN_DUNG, null);
        data.campaign(campaignId("never there"), null);

        assertThat(data.snapshot().areas()).isEmpty();
        assertThat(data.snapshot().target(DRIVE, YEN_DUNG)).isNull();
        assertThat(data.snapshot().campaigns()).isEmpty();
    }

    @Test
    void shouldAlwaysHoldADefinitionThatIsBeingReplaced() throws InterruptedException, ExecutionException {
        data.area(YEN_DUNG, area("before"));
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        Future<Integer> gaps = reader.submit(() -> {
            int seen = 0;
            while (writing.get()) {
                seen += data.snapshot().areas().containsKey(YEN_DUNG) ? 0 : 1;
            }
            return seen;
        });

        for (int i = 0; i < 20_000; i++) {
            data.area(YEN_DUNG, area("parent-" + i));
        }
        writing.set(false);

        assertThat(gaps.get()).isZero();
        assertThat(data.snapshot().areas().get(YEN_DUNG)).isEqualTo(area("parent-19999"));
        reader.shutdown();
    }

    private static Area area(String parent) {
        return someReferences()
                .area("yen-dung", parent, "district")
                .build()
                .areas()
                .values()
                .iterator()
                .next();
    }
}
