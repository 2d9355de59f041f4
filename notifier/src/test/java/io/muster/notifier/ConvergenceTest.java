package io.muster.notifier;

import static io.muster.notifier.AlertFixture.DAY_12;
import static io.muster.notifier.AlertFixture.alert;
import static io.muster.notifier.AlertFixture.alerts;
import static io.muster.notifier.AlertFixture.row;
import static io.muster.notifier.AlertFixture.withoutDelays;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.alert.AlertRule;
import io.muster.domain.alert.Episode;
import io.muster.domain.tally.RowKey.OfAlert;
import io.muster.notifier.Message.Item;
import io.muster.notifier.Notification.Kind;
import io.muster.report.wording.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Eventual consistency: a receiver that ignores duplicate keys ends up with the current state of the alert. This holds
 * for any sequence of changed alerts, skipped evaluations, lost messages and lost responses.
 */
class ConvergenceTest {

    private static final OfAlert ALERT = alert(AlertRule.BEHIND);

    enum Event {
        FIRES,
        RESOLVED,
        START_MOVED,
        ROW_REMOVED
    }

    enum Outcome {
        ACCEPTED,
        RESPONSE_LOST,
        MESSAGE_LOST
    }

    record Step(Event event, Outcome outcome, boolean evaluate) {}

    @Property(tries = 2_000)
    void shouldConvergeToTheCurrentState(@ForAll("steps") List<Step> steps) {
        Simulation simulation = new Simulation();
        for (Step step : steps) {
            simulation.apply(step.event());
            if (step.evaluate()) {
                simulation.evaluate(step.outcome());
            }
        }
        for (int i = 0; i < 3; i++) {
            simulation.evaluate(Outcome.ACCEPTED);
        }

        assertThat(simulation.receiverSeesFiring).isEqualTo(simulation.fires());
        assertThat(simulation.due()).isEmpty();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Event.class), Arbitraries.of(Outcome.class), Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 500)
    void shouldSendNothingTwiceWhenEveryMessageIsAccepted(@ForAll @Size(max = 12) List<Event> events) {
        Simulation simulation = new Simulation();
        for (Event event : events) {
            simulation.apply(event);
            simulation.evaluate(Outcome.ACCEPTED);
            assertThat(simulation.due()).isEmpty();
        }
        assertThat(simulation.sent).doesNotHaveDuplicates();
    }

    @Property(tries = 500)
    void shouldKeepTheKeyUntilAcceptanceIsConfirmed(@ForAll @Size(min = 1, max = 5) List<Outcome> outcomes) {
        Simulation simulation = new Simulation();
        simulation.apply(Event.FIRES);
        for (Outcome outcome : outcomes) {
            simulation.evaluate(outcome);
        }

        assertThat(simulation.sent.stream().distinct()).hasSize(1);
    }

    /** Simulates one alert, one receiver and the notifier between them. */
    private static final class Simulation {

        private final Receiver receiver = withoutDelays(Language.EN);
        private final MessageComposer composer = new MessageComposer(receiver);
        private final Map<OfAlert, DeliveryRecord> records = new HashMap<>();
        private final List<Episode> episodes = new ArrayList<>();
        private final List<String> sent = new ArrayList<>();
        private final Set<String> keys = new HashSet<>();
        private Instant now = DAY_12;
        private boolean receiverSeesFiring;

        void apply(Event event) {
            now = now.plus(Duration.ofDays(1));
            switch (event) {
                case FIRES -> {
                    if (!fires()) {
                        episodes.add(new Episode(now, null));
                    }
                }
                case RESOLVED -> replaceLast(new Episode(lastFired(), now));
                case START_MOVED -> replaceLast(new Episode(now, null));
                case ROW_REMOVED -> episodes.clear();
            }
        }

        private void replaceLast(Episode episode) {
            if (fires()) {
                episodes.set(episodes.size() - 1, episode);
            }
        }

        private Instant lastFired() {
            return fires() ? episodes.get(episodes.size() - 1).firedAt() : now;
        }

        boolean fires() {
            return !episodes.isEmpty() && lastResolved() == null;
        }

        private @Nullable Instant lastResolved() {
            return episodes.get(episodes.size() - 1).resolvedAt();
        }

        private Alerts alertsNow() {
            return episodes.isEmpty() ? alerts() : alerts(row(AlertRule.BEHIND, episodes.toArray(Episode[]::new)));
        }

        List<DeliveryPlan.Batch> due() {
            DeliveryPlan plan = DeliveryPlan.of(receiver, alertsNow(), records, Map.of(), now);
            plan.obsoleteRecords().forEach(records::remove);
            return plan.batches();
        }

        void evaluate(Outcome outcome) {
            now = now.plusSeconds(1);
            for (DeliveryPlan.Batch batch : due()) {
                Item item = composer.compose(batch, alertsNow(), now).items().get(0);
                boolean withdrawn = item.notification().kind() == Kind.WITHDRAWN;
                sent.add(item.key());
                records.put(ALERT, DeliveryRecord.attempt(item, now));
                if (outcome != Outcome.MESSAGE_LOST && keys.add(item.key())) {
                    receiverSeesFiring = item.notification().isFiring();
                }
                if (outcome == Outcome.ACCEPTED && withdrawn) {
                    records.remove(ALERT);
                } else if (outcome == Outcome.ACCEPTED) {
                    records.put(ALERT, DeliveryRecord.attempt(item, now).accepted(now));
                }
            }
        }
    }
}
