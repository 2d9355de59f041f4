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

class ReferenceBookTest {

    private static final LocalDate DAY = LocalDate.parse("2023-05-12");

    private final ReferenceBook book = new ReferenceBook();

    @Test
    void shouldGiveTheSameObjectAsLongAsNothingChanged() {
        assertThat(book.references()).isSameAs(References.NONE);
        book.target("drive", "yen-dung", 285L);

        References references = book.references();

        assertThat(book.references()).isSameAs(references);
    }

    @Test
    void shouldKeepTheAreasOfASnapshotWhereOnlyOtherRecordsChanged() {
        book.area("yen-dung", area("bac-giang"));
        Map<String, Area> areas = book.references().areas();

        book.target("drive", "yen-dung", 285L);

        assertThat(book.references().areas()).isSameAs(areas);
    }

    @Test
    void shouldNotChangeASnapshotThatWasGiven() {
        book.target("drive", "yen-dung", 285L);
        book.certified("drive", "yen-dung", DAY, 7L);
        References before = book.references();

        book.target("drive", "yen-dung", 300L);
        book.target("drive", "son-dong", 71L);
        book.certified("drive", "yen-dung", DAY, null);

        assertThat(before.target("drive", "yen-dung")).isEqualTo(285);
        assertThat(before.target("drive", "son-dong")).isNull();
        assertThat(before.certified("drive", "yen-dung")).containsEntry(DAY, 7L);
        assertThat(book.references().target("drive", "yen-dung")).isEqualTo(300);
        assertThat(book.references().certified("drive", "yen-dung")).isEmpty();
    }

    @Test
    void shouldTakeOutWhatIsGone() {
        book.area("yen-dung", area("bac-giang"));
        book.target("drive", "yen-dung", 285L);

        book.area("yen-dung", null);
        book.target("drive", "yen-dung", null);
        book.campaign("never there", null);

        assertThat(book.references().areas()).isEmpty();
        assertThat(book.references().target("drive", "yen-dung")).isNull();
        assertThat(book.references().campaigns()).isEmpty();
    }

    @Test
    void shouldAlwaysShowOneDefinitionOrTheNextToThreadsThatRead() throws InterruptedException, ExecutionException {
        book.area("yen-dung", area("before"));
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        Future<Integer> gaps = reader.submit(() -> {
            int seen = 0;
            while (writing.get()) {
                seen += book.references().areas().containsKey("yen-dung") ? 0 : 1;
            }
            return seen;
        });

        for (int i = 0; i < 20_000; i++) {
            book.area("yen-dung", area("parent-" + i));
        }
        writing.set(false);

        assertThat(gaps.get()).isZero();
        assertThat(book.references().areas().get("yen-dung")).isEqualTo(area("parent-19999"));
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
