package io.muster.domain.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.muster.domain.InvalidFieldException;
import io.muster.domain.reference.PlanCurve.Point;
import io.muster.domain.reference.PlanCurve.Points;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCurveTest {

    @Test
    void shouldAcceptNonDecreasingSharesFrom0To1() {
        Points points = new Points(List.of(on(10, 0), on(20, 0.5), on(25, 0.5), on(31, 1)));

        assertThat(points.points()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void shouldRejectAShareOutside0To1(double share) {
        refused(() -> on(10, share), "planPoints must have shares from 0 to 1, but has " + share);
    }

    @Test
    void shouldRejectAnEmptyListOfPoints() {
        refused(() -> new Points(List.of()), "planPoints must not be empty when planCurve is POINTS");
    }

    @Test
    void shouldRejectPointsThatAreNotInDateOrder() {
        refused(
                () -> new Points(List.of(on(20, 0.1), on(10, 0.2))),
                "planPoints must be by date, but 2023-05-10 follows 2023-05-20");
        refused(
                () -> new Points(List.of(on(20, 0.1), on(20, 0.2))),
                "planPoints must be by date, but 2023-05-20 follows 2023-05-20");
    }

    @Test
    void shouldRejectFallingShares() {
        refused(
                () -> new Points(List.of(on(10, 0.5), on(20, 0.25))),
                "planPoints must not fall, but 0.25 on 2023-05-20 follows 0.5");
    }

    @Test
    void shouldCopyTheListOfPoints() {
        List<Point> list = new ArrayList<>(List.of(on(10, 0.5)));
        Points points = new Points(list);

        list.clear();

        assertThat(points.points()).hasSize(1);
    }

    private static Point on(int day, double share) {
        return new Point(LocalDate.of(2023, 5, day), share);
    }

    private static void refused(Runnable making, String message) {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(making::run)
                .withMessage(message)
                .satisfies(e -> assertThat(e.field()).isEqualTo("planPoints"));
    }
}
