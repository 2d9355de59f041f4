package io.muster.notifier;

import static io.muster.notifier.AlertFixture.DAY_12;
import static io.muster.notifier.AlertFixture.alert;
import static io.muster.notifier.AlertFixture.alerts;
import static io.muster.notifier.AlertFixture.row;
import static io.muster.notifier.AlertFixture.without;
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
 * Whatever happens to an alert, to the way, and to the notifier: in the end a receiver that ignores keys it has seen knows how the alert
 * stands.
 */
class ConvergenceTest {

    private static final OfAlert ALERT = alert(AlertRule.BEHIND);

    enum Event {
        FIRES,
        IS_RESOLVED,
        FIRED_LATER,
        NEVER_FIRED
    }

    enum Way {
        ARRIVES,
        ARRIVES_AND_ANSWER_IS_LOST,
        IS_LOST
    }

    record Step(Event event, Way way, boolean notifierLooks) {}

    @Property(tries = 2_000)
    void shouldEndWithTheReceiverKnowingHowTheAlertStands(@ForAll("steps") List<Step> steps) {
        World world = new World();
        for (Step step : steps) {
            world.happens(step.event());
            if (step.notifierLooks()) {
                world.tell(step.way());
            }
        }
        for (int i = 0; i < 3; i++) {
            world.tell(Way.ARRIVES);
        }

        assertThat(world.believesItFires).isEqualTo(world.fires());
        assertThat(world.due()).isEmpty();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.of(Event.class), Arbitraries.of(Way.class), Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 500)
    void shouldTellNothingTwiceWhileEverythingArrives(@ForAll @Size(max = 12) List<Event> events) {
        World world = new World();
        for (Event event : events) {
            world.happens(event);
            world.tell(Way.ARRIVES);
            assertThat(world.due()).isEmpty();
        }
        assertThat(world.sent).doesNotHaveDuplicates();
    }

    @Property(tries = 500)
    void shouldKeepTheKeyUntilItIsKnownToHaveArrived(@ForAll @Size(min = 1, max = 5) List<Way> ways) {
        World world = new World();
        world.happens(Event.FIRES);
        for (Way way : ways) {
            world.tell(way);
        }

        assertThat(world.sent.stream().distinct()).hasSize(1);
    }

    /** One alert, one receiver, and the notifier between them. */
    private static final class World {

        private final Receiver receiver = without(Language.EN);
        private final MessageComposer composer = new MessageComposer(receiver);
        private final Map<OfAlert, DeliveryRecord> records = new HashMap<>();
        private final List<Episode> episodes = new ArrayList<>();
        private final List<String> sent = new ArrayList<>();
        private final Set<String> keys = new HashSet<>();
        private Instant now = DAY_12;
        private boolean believesItFires;

        void happens(Event event) {
            now = now.plus(Duration.ofDays(1));
            switch (event) {
                case FIRES -> {
                    if (!fires()) {
                        episodes.add(new Episode(now, null));
                    }
                }
                case IS_RESOLVED -> replaceLast(new Episode(lastFired(), now));
                case FIRED_LATER -> replaceLast(new Episode(now, null));
                case NEVER_FIRED -> episodes.clear();
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

        void tell(Way way) {
            now = now.plusSeconds(1);
            for (DeliveryPlan.Batch batch : due()) {
                Item item = composer.compose(batch, alertsNow(), now).items().get(0);
                boolean takenBack = item.notification().kind() == Kind.WITHDRAWN;
                sent.add(item.key());
                records.put(ALERT, DeliveryRecord.attempt(item, now));
                if (way != Way.IS_LOST && keys.add(item.key())) {
                    believesItFires = item.notification().isFiring();
                }
                if (way == Way.ARRIVES && takenBack) {
                    records.remove(ALERT);
                } else if (way == Way.ARRIVES) {
                    records.put(ALERT, DeliveryRecord.attempt(item, now).accepted(now));
                }
            }
        }
    }
}
