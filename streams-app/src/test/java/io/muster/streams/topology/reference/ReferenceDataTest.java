package io.muster.streams.topology.reference;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static org.assertj.core.api.Assertions.assertThat;

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

    private static final LocalDate DAY = LocalDate.parse("2023-05-12");

    private final ReferenceData data = new ReferenceData();

    @Test
    void shouldReturnTheSameSnapshotUntilSomethingChanges() {
        assertThat(data.snapshot()).isSameAs(References.NONE);
        data.target("drive", "yen-dung", 285L);

        References references = data.snapshot();

        assertThat(data.snapshot()).isSameAs(references);
    }

    @Test
    void shouldShareTheAreasOfASnapshotIfOnlyOtherRecordsChanged() {
        data.area("yen-dung", area("bac-giang"));
        Map<String, Area> areas = data.snapshot().areas();

        data.target("drive", "yen-dung", 285L);

        assertThat(data.snapshot().areas()).isSameAs(areas);
    }

    @Test
    void shouldNotChangeAnEarlierSnapshot() {
        data.target("drive", "yen-dung", 285L);
        data.certified("drive", "yen-dung", DAY, 7L);
        References before = data.snapshot();

        data.target("drive", "yen-dung", 300L);
        data.target("drive", "son-dong", 71L);
        data.certified("drive", "yen-dung", DAY, null);

        assertThat(before.target("drive", "yen-dung")).isEqualTo(285);
        assertThat(before.target("drive", "son-dong")).isNull();
        assertThat(before.certified("drive", "yen-dung")).containsEntry(DAY, 7L);
        assertThat(data.snapshot().target("drive", "yen-dung")).isEqualTo(300);
        assertThat(data.snapshot().certified("drive", "yen-dung")).isEmpty();
    }

    @Test
    void shouldRemoveDefinitions() {
        data.area("yen-dung", area("bac-giang"));
        data.target("drive", "yen-dung", 285L);

        data.area("yen-dung", null);
        data.target("drive", "yen-dung", null);
        data.campaign("never there", null);

        assertThat(data.snapshot().areas()).isEmpty();
        assertThat(data.snapshot().target("drive", "yen-dung")).isNull();
        assertThat(data.snapshot().campaigns()).isEmpty();
    }

    @Test
    void shouldAlwaysHoldADefinitionThatIsBeingReplaced() throws InterruptedException, ExecutionException {
        data.area("yen-dung", area("before"));
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        Future<Integer> gaps = reader.submit(() -> {
            int seen = 0;
            while (writing.get()) {
                seen += data.snapshot().areas().containsKey("yen-dung") ? 0 : 1;
            }
            return seen;
        });

        for (int i = 0; i < 20_000; i++) {
            data.area("yen-dung", area("parent-" + i));
        }
        writing.set(false);

        assertThat(gaps.get()).isZero();
        assertThat(data.snapshot().areas().get("yen-dung")).isEqualTo(area("parent-19999"));
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
