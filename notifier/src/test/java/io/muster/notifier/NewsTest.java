package io.muster.notifier;

import static io.muster.notifier.AlertFixture.AREA;
import static io.muster.notifier.AlertFixture.DAY_12;
import static io.muster.notifier.AlertFixture.DAY_15;
import static io.muster.notifier.AlertFixture.DAY_16;
import static io.muster.notifier.AlertFixture.DAY_18;
import static io.muster.notifier.AlertFixture.alert;
import static io.muster.notifier.AlertFixture.alerts;
import static io.muster.notifier.AlertFixture.attempted;
import static io.muster.notifier.AlertFixture.firing;
import static io.muster.notifier.AlertFixture.receiver;
import static io.muster.notifier.AlertFixture.row;
import static io.muster.notifier.AlertFixture.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.alert.AlertRule;
import io.muster.domain.alert.Episode;
import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.RowKey.OfAlert;
import io.muster.notifier.Tiding.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewsTest {

    private static final Instant NOW = DAY_18;
    private static final OfAlert BEHIND = alert(AlertRule.BEHIND);

    @Test
    void shouldTellWhatFiresToOneThatWasToldNothing() {
        assertThat(news(row(AlertRule.BEHIND, firing(DAY_12)), Map.of()))
                .singleElement()
                .satisfies(tiding -> {
                    assertThat(tiding.kind()).isEqualTo(Kind.FIRING);
                    assertThat(tiding.firedAt()).isEqualTo(DAY_12);
                    assertThat(tiding.isNews()).isTrue();
                });
    }

    @Test
    void shouldNotTellAgainWhatWasTold() {
        assertThat(news(row(AlertRule.BEHIND, firing(DAY_12)), Map.of(BEHIND, told(DAY_12, null, NOW))))
                .isEmpty();
        assertThat(news(row(AlertRule.BEHIND, new Episode(DAY_12, DAY_15)), Map.of(BEHIND, told(DAY_12, DAY_15, NOW))))
                .isEmpty();
    }

    @Test
    void shouldTellTheEndToOneThatWasToldTheBeginning() {
        assertThat(news(row(AlertRule.BEHIND, new Episode(DAY_12, DAY_15)), Map.of(BEHIND, told(DAY_12, null, NOW))))
                .singleElement()
                .satisfies(tiding -> {
                    assertThat(tiding.kind()).isEqualTo(Kind.RESOLVED);
                    assertThat(tiding.endedAt()).isEqualTo(DAY_15);
                });
    }

    @Test
    void shouldTellOnceWithBothTimesWhatCameAndWentUnheard() {
        assertThat(news(row(AlertRule.BEHIND, new Episode(DAY_12, DAY_15)), Map.of()))
                .singleElement()
                .satisfies(tiding -> {
                    assertThat(tiding.kind()).isEqualTo(Kind.RESOLVED);
                    assertThat(tiding.firedAt()).isEqualTo(DAY_12);
                    assertThat(tiding.endedAt()).isEqualTo(DAY_15);
                });
        assertThat(news(
                        row(AlertRule.BEHIND, new Episode(DAY_12, DAY_15), new Episode(DAY_16, DAY_18)),
                        Map.of(BEHIND, told(DAY_12, DAY_15, NOW))))
                .extracting(Tiding::endedAt)
                .containsExactly(DAY_18);
    }

    @Test
    void shouldTellThatItFiresAgainThoughItsEndWentUnheard() {
        assertThat(news(
                        row(AlertRule.BEHIND, new Episode(DAY_12, DAY_15), firing(DAY_16)),
                        Map.of(BEHIND, told(DAY_12, null, NOW))))
                .extracting(Tiding::firedAt)
                .containsExactly(DAY_16);
    }

    @Test
    void shouldNotTellThatALateStatementMovedTheBeginningOrTheEnd() {
        assertThat(news(row(AlertRule.BEHIND, firing(DAY_15)), Map.of(BEHIND, told(DAY_12, null, NOW))))
                .isEmpty();
        assertThat(news(row(AlertRule.BEHIND, new Episode(DAY_12, DAY_16)), Map.of(BEHIND, told(DAY_12, DAY_15, NOW))))
                .isEmpty();
    }

    @Test
    void shouldTellThatItFiresWhereByWhatIsKnownNowItNeverEnded() {
        assertThat(news(row(AlertRule.BEHIND, firing(DAY_12)), Map.of(BEHIND, told(DAY_12, DAY_15, NOW))))
                .extracting(Tiding::kind)
                .containsExactly(Kind.FIRING);
    }

    @Test
    void shouldTakeBackWhatNeverFiredByWhatIsKnownNow() {
        assertThat(new News(receiver(), alerts(), Map.of(BEHIND, told(DAY_12, null, NOW))).at(NOW))
                .singleElement()
                .satisfies(tiding -> {
                    assertThat(tiding.kind()).isEqualTo(Kind.WITHDRAWN);
                    assertThat(tiding.firedAt()).isEqualTo(DAY_12);
                });
    }

    @Test
    void shouldForgetWithoutAWordWhatIsOverAndGone() {
        News news = new News(receiver(), alerts(), Map.of(BEHIND, told(DAY_12, DAY_15, NOW)));

        assertThat(news.at(NOW)).isEmpty();
        assertThat(news.forgettable()).containsExactly(BEHIND);
    }

    @Test
    void shouldTellAgainUnderItsKeyWhatMayHaveArrived() {
        Map<OfAlert, Mark> attempt = Map.of(BEHIND, attempted(Kind.FIRING, DAY_12, null, 3));

        assertThat(news(row(AlertRule.BEHIND, firing(DAY_12)), attempt))
                .singleElement()
                .satisfies(tiding -> {
                    assertThat(tiding.key()).isEqualTo("k");
                    assertThat(tiding.repeat()).isEqualTo(3);
                });
        assertThat(news(row(AlertRule.BEHIND, firing(DAY_15)), attempt))
                .extracting(Tiding::key)
                .containsOnlyNulls();
    }

    @Test
    void shouldTellTheEndOfOrTakeBackWhatMayHaveArrived() {
        Map<OfAlert, Mark> attempt = Map.of(BEHIND, attempted(Kind.FIRING, DAY_12, null, 0));

        assertThat(news(row(AlertRule.BEHIND, new Episode(DAY_12, DAY_15)), attempt))
                .extracting(Tiding::kind)
                .containsExactly(Kind.RESOLVED);
        assertThat(withoutRow(attempt)).extracting(Tiding::kind).containsExactly(Kind.WITHDRAWN);
        assertThat(withoutRow(Map.of(BEHIND, attempted(Kind.RESOLVED, DAY_12, DAY_15, 0))))
                .extracting(Tiding::kind)
                .containsExactly(Kind.WITHDRAWN);
    }

    @Test
    void shouldTellThatItFiresAfterItMayHaveBeenTakenBack() {
        Map<OfAlert, Mark> attempt = Map.of(BEHIND, attempted(Kind.WITHDRAWN, DAY_12, null, 0));

        assertThat(news(row(AlertRule.BEHIND, firing(DAY_12)), attempt))
                .singleElement()
                .satisfies(tiding -> assertThat(tiding.key()).isNull());
        assertThat(withoutRow(attempt)).extracting(Tiding::key).containsExactly("k");
    }

    @Test
    void shouldRepeatAfterAWhileThatAnAreaIsStillBehindOrSilentAndNothingElse() {
        Instant later = NOW.plus(Duration.ofHours(24));
        for (AlertRule rule : AlertRule.values()) {
            Alerts alerts = alerts(row(rule, firing(DAY_12)));
            Map<OfAlert, Mark> marks = Map.of(alert(rule), told(DAY_12, null, NOW));
            boolean worth = rule == AlertRule.BEHIND || rule == AlertRule.SILENT;

            assertThat(new News(receiver(), alerts, marks).at(later.minusMillis(1)))
                    .isEmpty();
            assertThat(new News(receiver(), alerts, marks).at(later))
                    .extracting(Tiding::repeat)
                    .isEqualTo(worth ? List.of(1) : List.of());
            assertThat(new News(receiver(), alerts, marks).nextRepeat(NOW)).isEqualTo(worth ? later : null);
        }
    }

    @Test
    void shouldTellOnlyWhatTheReceiverAskedForAndBelow() {
        AlertRow row = row(AlertRule.BEHIND, firing(DAY_12));

        assertThat(hears(new Scope(Set.of(), Set.of("bac-giang"), Set.of()), row))
                .isTrue();
        assertThat(hears(new Scope(Set.of("drive"), Set.of(AREA), Set.of(AlertRule.BEHIND)), row))
                .isTrue();
        assertThat(hears(new Scope(Set.of(), Set.of("luc-nam"), Set.of()), row)).isFalse();
        assertThat(hears(new Scope(Set.of("other"), Set.of(), Set.of()), row)).isFalse();
        assertThat(hears(new Scope(Set.of(), Set.of(), Set.of(AlertRule.SILENT)), row))
                .isFalse();
    }

    @Test
    void shouldTellTheEndToOneThatWasToldTheBeginningWhateverItAsksForByNow() {
        Receiver elsewhere = receiver(new Scope(Set.of("other"), Set.of(), Set.of()));
        Map<OfAlert, Mark> marks = Map.of(BEHIND, told(DAY_12, null, NOW));

        assertThat(new News(elsewhere, alerts(row(AlertRule.BEHIND, firing(DAY_12))), marks)
                        .at(NOW.plus(Duration.ofDays(9))))
                .isEmpty();
        assertThat(new News(elsewhere, alerts(row(AlertRule.BEHIND, new Episode(DAY_12, DAY_15))), marks).at(NOW))
                .extracting(Tiding::kind)
                .containsExactly(Kind.RESOLVED);
    }

    @Test
    void shouldTakeForHistoryWhatWasOverBeforeTheReceiverOrAPartOfItsScopeWasKnown() {
        AlertRow over = row(AlertRule.BEHIND, new Episode(DAY_12, DAY_15));
        AlertRow fires = row("luc-nam", AlertRule.BEHIND, firing(DAY_12));
        News news = new News(receiver(), alerts(over, fires), Map.of());
        Scope narrow = new Scope(Set.of(), Set.of("luc-nam"), Set.of());

        assertThat(news.history(null)).containsExactly(over);
        assertThat(news.history(narrow)).containsExactly(over);
        assertThat(news.history(Scope.ALL)).isEmpty();
    }

    private static List<Tiding> withoutRow(Map<OfAlert, Mark> marks) {
        return new News(receiver(), alerts(), marks).at(NOW);
    }

    private static boolean hears(Scope scope, AlertRow row) {
        return !new News(receiver(scope), alerts(row), Map.of()).at(NOW).isEmpty();
    }

    private static List<Tiding> news(AlertRow row, Map<OfAlert, Mark> marks) {
        return new News(receiver(), alerts(row), marks).at(NOW);
    }
}
