package io.muster.domain.reference;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.muster.domain.InvalidFieldException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Validation of campaigns, areas, targets, certified counts and alert rules. */
class ReferenceValidationTest {

    private static final LocalDate DAY = LocalDate.parse("2023-05-12");

    @Test
    void shouldAcceptACampaignOfOneDayAndCoverOnlyThatDay() {
        Campaign campaign = campaign("drive", DAY, DAY, "bac-giang", null, null);

        assertThat(campaign.covers(DAY)).isTrue();
        assertThat(campaign.covers(DAY.minusDays(1))).isFalse();
        assertThat(campaign.covers(DAY.plusDays(1))).isFalse();
    }

    @Test
    void shouldRejectACampaignThatEndsBeforeItStarts() {
        refused(
                () -> campaign("drive", DAY, DAY.minusDays(1), "bac-giang", null, null),
                "endsOn",
                "must not be before startsOn 2023-05-12, but is 2023-05-11");
    }

    @Test
    void shouldRejectACampaignWithInvalidIds() {
        refused(() -> campaign("a:b", DAY, DAY, "bac-giang", null, null), "campaignId", "must not contain ':'");
        refused(() -> campaign("drive", DAY, DAY, " ", null, null), "rootAreaId", "must not be blank");
    }

    @Test
    void shouldRejectACampaignWithNegativeCounts() {
        refused(() -> campaign("drive", DAY, DAY, "a", -1L, null), "baseline", "must not be negative, but is -1");
        refused(() -> campaign("drive", DAY, DAY, "a", 0L, -2L), "stockTarget", "must not be negative, but is -2");
    }

    @Test
    void shouldRejectAnAreaWithInvalidFields() {
        refused(() -> area("a|b", null, "district", "town", null), "areaId", "must not contain '|'");
        refused(() -> area("a", "", "district", "town", null), "parentId", "must not be blank");
        refused(() -> area("a", null, "", "town", null), "level", "must not be blank");
        refused(() -> area("a", null, "district", " ", null), "kind", "must not be blank");
        refused(() -> area("a", null, "district", "town", -1L), "baseline", "must not be negative, but is -1");
    }

    @Test
    void shouldAcceptAnAreaThatIsItsOwnParentBecauseTheTreeReportsCycles() {
        assertThat(area("a", "a", "district", "town", 0L).parentId()).hasToString("a");
    }

    @Test
    void shouldRejectANegativeTargetAndAcceptZero() {
        refused(() -> new Target(campaignId("drive"), areaId("a"), -1), "target", "must not be negative, but is -1");
        refused(() -> new Target(campaignId(""), areaId("a"), 1), "campaignId", "must not be blank");
        refused(() -> new Target(campaignId("drive"), areaId("a|b"), 1), "areaId", "must not contain '|'");
        assertThat(new Target(campaignId("drive"), areaId("a"), 0).target()).isZero();
    }

    @Test
    void shouldRejectANegativeCertifiedCount() {
        refused(
                () -> new CertifiedCount(campaignId("drive"), areaId("a"), DAY, -1),
                "enrolled",
                "must not be negative, but is -1");
        refused(
                () -> new CertifiedCount(campaignId("dr|ve"), areaId("a"), DAY, 1),
                "campaignId",
                "must not contain '|'");
        refused(() -> new CertifiedCount(campaignId("drive"), areaId(""), DAY, 1), "areaId", "must not be blank");
        assertThat(new CertifiedCount(campaignId("drive"), areaId("a"), DAY, 0).enrolled())
                .isZero();
    }

    @Test
    void shouldRejectInvalidAlertRules() {
        refused(() -> new AlertRules(" ", 20, 10, 2, 72), "level", "must not be blank");
        refused(() -> rules(0, 0, 2, 72), "behindMarginPercent", "must be above 0 and at most 100, but is 0.0");
        refused(() -> rules(101, 10, 2, 72), "behindMarginPercent", "must be above 0 and at most 100, but is 101.0");
        refused(
                () -> rules(20, 20, 2, 72),
                "behindResolveMarginPercent",
                "must be from 0 to less than behindMarginPercent 20.0, but is 20.0");
        refused(() -> rules(20, 10, -1, 72), "behindHoldDays", "must not be negative, but is -1");
        refused(() -> rules(20, 10, 2, 23), "silentHours", "must be at least 24, but is 23");
        assertThat(rules(100, 0, 0, 24).silentHours()).isEqualTo(24);
    }

    private static AlertRules rules(double margin, double better, int holdDays, int silentHours) {
        return new AlertRules("district", margin, better, holdDays, silentHours);
    }

    private static Campaign campaign(
            String id,
            LocalDate startsOn,
            LocalDate endsOn,
            String root,
            @Nullable Long baseline,
            @Nullable Long stockTarget) {
        return new Campaign(
                campaignId(id),
                Map.of(),
                new Campaign.Period(startsOn, endsOn, ZoneId.of("Asia/Ho_Chi_Minh")),
                areaId(root),
                new PlanCurve.Linear(),
                baseline,
                stockTarget,
                List.of());
    }

    private static Area area(String id, @Nullable String parentId, String level, String kind, @Nullable Long baseline) {
        return new Area(areaId(id), parentId == null ? null : areaId(parentId), level, kind, Map.of(), baseline, null);
    }

    private static void refused(Runnable making, String field, String problem) {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(making::run)
                .withMessage(field + " " + problem);
    }
}
