package io.muster.notifier;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.alert.Episode;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.References;
import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.RowKey.OfAlert;
import io.muster.notifier.DeliveryRecord.Status;
import io.muster.notifier.Notification.Kind;
import io.muster.report.wording.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fixture: a campaign in Vietnam from 1 to 31 May 2023, with two districts and their alerts. */
final class AlertFixture {

    static final CampaignId CAMPAIGN = campaignId("drive");
    static final AreaId AREA = areaId("yen-dung");
    static final Instant DAY_12 = Instant.parse("2023-05-11T17:00:00Z");
    static final Instant DAY_15 = Instant.parse("2023-05-14T17:00:00Z");
    static final Instant DAY_16 = Instant.parse("2023-05-15T17:00:00Z");
    static final Instant DAY_18 = Instant.parse("2023-05-17T17:00:00Z");

    private static final References REFERENCES = someReferences()
            .campaign(CAMPAIGN.value(), "2023-05-01", "2023-05-31", "bac-giang")
            .area("bac-giang", null, "province")
            .area(new Area(
                    AREA,
                    areaId("bac-giang"),
                    "district",
                    "district",
                    Map.of("vi", "Yên Dũng", "en", "Yen Dung"),
                    null,
                    null))
            .area("luc-nam", "bac-giang", "district")
            .build();

    private AlertFixture() {}

    static Receiver receiver(Scope scope) {
        return new Receiver(
                "office",
                Language.EN,
                scope,
                null,
                Duration.ofHours(24),
                Duration.ofSeconds(30),
                false,
                Duration.ofMinutes(5));
    }

    static Receiver receiver() {
        return receiver(Scope.ALL);
    }

    static Receiver withQuietHours(String from, String to) {
        Receiver base = receiver();
        return new Receiver(
                base.name(),
                base.language(),
                base.scope(),
                new QuietHours(LocalTime.parse(from), LocalTime.parse(to)),
                base.repeat(),
                base.groupWait(),
                base.needsResend(),
                base.maxBackoff());
    }

    static Receiver withoutDelays(Language language) {
        Receiver base = receiver();
        return new Receiver(base.name(), language, base.scope(), null, null, Duration.ZERO, false, base.maxBackoff());
    }

    static OfAlert alert(AlertRule rule) {
        return new OfAlert(CAMPAIGN, AREA, rule);
    }

    static Episode firing(Instant since) {
        return new Episode(since, null);
    }

    static AlertRow row(AlertRule rule, Episode... episodes) {
        return row(AREA, rule, episodes);
    }

    static AlertRow row(String area, AlertRule rule, Episode... episodes) {
        return row(areaId(area), rule, episodes);
    }

    private static AlertRow row(AreaId area, AlertRule rule, Episode... episodes) {
        return new AlertRow(
                CAMPAIGN,
                area,
                rule,
                List.of(episodes),
                new AlertRow.Evidence(
                        LocalDate.of(2023, 5, 18),
                        118,
                        285,
                        156.29,
                        41.4,
                        rule == AlertRule.MISSED ? null : (Double) 11.93,
                        rule == AlertRule.SILENT ? DAY_12.minusSeconds(6_120) : null));
    }

    static Alerts alerts(AlertRow... rows) {
        Map<OfAlert, AlertRow> byKey = new HashMap<>();
        Arrays.stream(rows).forEach(row -> byKey.put((OfAlert) row.key(), row));
        return new Alerts(byKey, REFERENCES.campaigns(), REFERENCES.areas());
    }

    static DeliveryRecord accepted(Instant firedAt, @Nullable Instant resolvedAt, Instant at) {
        return new DeliveryRecord(
                resolvedAt == null ? Kind.FIRING : Kind.RESOLVED, firedAt, resolvedAt, 0, "k", at, Status.ACCEPTED);
    }

    static DeliveryRecord attempted(Kind kind, Instant firedAt, @Nullable Instant endedAt, int repeat) {
        return new DeliveryRecord(kind, firedAt, endedAt, repeat, "k", DAY_18, Status.ATTEMPTED);
    }
}
