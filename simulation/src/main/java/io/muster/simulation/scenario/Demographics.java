package io.muster.simulation.scenario;

import io.muster.domain.AreaId;
import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Segments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws fictitious segments and sources. */
final class Demographics {

    private static final List<Gender> GENDERS = List.of(Gender.FEMALE, Gender.MALE, Gender.UNDISCLOSED);
    private static final List<String> AGE_BANDS = List.of("15-24", "25-34", "35-44", "45-54", "55+");
    private static final List<String> OCCUPATIONS =
            List.of("farmer", "trader", "craft", "homemaker", "freelance", "other");
    private static final List<String> INCOME_BANDS = List.of("under-3m", "3m-5m", "5m-10m", "over-10m");

    private Demographics() {}

    static Segments segments(SeededRandom random) {
        return new Segments(
                GENDERS.get(random.weighted(List.of(0.62, 0.355, 0.025))),
                known(AGE_BANDS, List.of(0.05, 0.19, 0.33, 0.30, 0.13), 0.04, random),
                known(OCCUPATIONS, List.of(0.44, 0.19, 0.12, 0.13, 0.08, 0.04), 0.08, random),
                known(INCOME_BANDS, List.of(0.36, 0.40, 0.20, 0.04), 0.17, random));
    }

    private static @Nullable String known(
            List<String> values, List<Double> weights, double unknown, SeededRandom random) {
        return random.happens(unknown) ? null : values.get(random.weighted(weights));
    }

    static String source(AreaId districtId, SeededRandom random) {
        double share = random.share();
        if (share < 0.05) {
            return "portal";
        }
        return (share < 0.60 ? "social-insurance." : "post-office.") + districtId;
    }
}
