package io.muster.domain.ledger;

import static io.muster.domain.fixture.TestIds.areaIds;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.AreaId;
import io.muster.domain.ledger.CorrectionEffect.Place;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionEffectTest {

    private static final LocalDate START = LocalDate.parse("2023-05-01");
    private static final Set<AreaId> DISTRICT = Set.of(areaIds("yen-dung", "nham-bien", "tan-lieu"));

    @ParameterizedTest
    @CsvSource({
        "nham-bien 2023-05-12, tan-lieu 2023-05-12, MOVED_WITHIN, 0",
        "nham-bien 2023-05-12, tan-lieu 2023-05-13, MOVED_WITHIN, 0",
        "nham-bien 2023-05-12, yen-dung 2023-05-12, MOVED_WITHIN, 0",
        "chu 2023-05-12, tan-lieu 2023-05-12, MOVED_IN, 1",
        "nham-bien 2023-05-12, chu 2023-05-12, MOVED_OUT, -1",
        "nham-bien 2023-05-12, nham-bien 2023-05-13, CHANGED_DAY, 0",
        "nham-bien 2023-04-30, nham-bien 2023-05-01, INTO_PERIOD, 1",
        "nham-bien 2023-05-01, tan-lieu 2023-04-30, OUT_OF_PERIOD, -1",
        "nham-bien 2023-05-12, -nham-bien 2023-05-14, WITHDRAWN, -1",
        "-nham-bien 2023-05-12, tan-lieu 2023-05-12, RESTORED, 1",
        "nham-bien 2023-05-12, nham-bien 2023-05-12, , 0",
        "chu 2023-05-12, chu 2023-05-13, , 0",
        "chu 2023-05-12, -nham-bien 2023-05-12, , 0",
        "nham-bien 2023-04-30, -nham-bien 2023-04-30, , 0",
    })
    void shouldDeriveTheEffectOnADistrict(String from, String to, @Nullable CorrectionEffect effect, int net) {
        CorrectionEffect found =
                CorrectionEffect.of(place(from), place(to), DISTRICT::contains, day -> !day.isBefore(START));

        assertThat(found).isEqualTo(effect);
        assertThat(found == null ? 0 : found.net()).isEqualTo(net);
    }

    /** Parses "area day"; a leading minus means withdrawn. */
    private static Place place(String text) {
        boolean withdrawn = text.startsWith("-");
        String[] parts = text.substring(withdrawn ? 1 : 0).split(" ");
        return new Place(!withdrawn, new AreaId(parts[0]), LocalDate.parse(parts[1]));
    }
}
