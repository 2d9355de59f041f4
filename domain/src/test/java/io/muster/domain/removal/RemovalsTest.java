package io.muster.domain.removal;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.fixture.ReferencesBuilder;
import io.muster.domain.reference.Target;
import io.muster.domain.removal.AreaRemoval.OfCampaign;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemovalsTest {

    private static final Map<String, Long> PEOPLE =
            Map.of("spring/root", 30L, "spring/yen-dung", 12L, "autumn/yen-dung", 5L);

    private final ReferencesBuilder references = someReferences()
            .campaign("spring", "2023-05-01", "2023-05-31", "root")
            .campaign("autumn", "2023-10-01", "2023-10-31", "yen-dung")
            .campaign("other", "2023-10-01", "2023-10-31", "elsewhere")
            .area("root", null, "province")
            .area("yen-dung", "root", "district")
            .area("tan-an", "yen-dung", "commune")
            .area("tan-an.1", "tan-an", "village")
            .area("elsewhere", null, "province")
            .target("spring", "root", 100)
            .target("spring", "yen-dung", 40)
            .target("autumn", "yen-dung", 20)
            .certified("spring", "yen-dung", "2023-05-02", 3)
            .certified("spring", "yen-dung", "2023-05-01", 2)
            .certified("spring", "root", "2023-05-01", 9);

    @Test
    void shouldFindTheTargetToRemove() {
        assertThat(removals().target(campaignId("spring"), areaId("yen-dung")))
                .contains(new TargetRemoval(new Target(campaignId("spring"), areaId("yen-dung"), 40)));
        assertThat(removals().target(campaignId("spring"), areaId("tan-an"))).isEmpty();
        assertThat(removals().target(campaignId("winter"), areaId("yen-dung"))).isEmpty();
    }

    @Test
    void shouldReportWhatTheRemovalOfAnAreaAffects() {
        assertThat(removals().area(areaId("yen-dung")))
                .contains(new AreaRemoval(
                        areaId("yen-dung"),
                        List.of(areaId("tan-an")),
                        2,
                        List.of(
                                new OfCampaign(campaignId("autumn"), 5, true),
                                new OfCampaign(campaignId("spring"), 12, false)),
                        List.of(
                                new Target(campaignId("autumn"), areaId("yen-dung"), 20),
                                new Target(campaignId("spring"), areaId("yen-dung"), 40)),
                        2));
        assertThat(removals().area(areaId("yen-dun"))).isEmpty();
    }

    @Test
    void shouldCountTheAreasOfACycleOnce() {
        references.area("yen-dung", "tan-an.1", "district");

        AreaRemoval removal = removals().area(areaId("tan-an")).orElseThrow();

        assertThat(removal.children()).containsExactly(areaId("tan-an.1"));
        assertThat(removal.below()).isEqualTo(2);
        assertThat(removal.campaigns()).extracting(OfCampaign::campaignId).containsExactly(campaignId("autumn"));
    }

    @Test
    void shouldReportWhatTheRemovalOfACampaignAffects() {
        CampaignRemoval removal = removals().campaign(campaignId("spring")).orElseThrow();

        assertThat(removal.people()).isEqualTo(30);
        assertThat(removal.targets())
                .containsExactly(
                        new Target(campaignId("spring"), areaId("root"), 100),
                        new Target(campaignId("spring"), areaId("yen-dung"), 40));
        assertThat(removal.certified())
                .extracting(count -> count.areaId() + " " + count.date())
                .containsExactly("root 2023-05-01", "yen-dung 2023-05-01", "yen-dung 2023-05-02");
        assertThat(removals().campaign(campaignId("winter"))).isEmpty();
    }

    @Test
    void shouldFindTargetsOfACampaignThatIsAlreadyRemoved() {
        references.target("winter", "root", 7);

        assertThat(removals().campaign(campaignId("winter")))
                .contains(new CampaignRemoval(
                        campaignId("winter"),
                        0,
                        List.of(new Target(campaignId("winter"), areaId("root"), 7)),
                        List.of()));
    }

    private Removals removals() {
        return new Removals(
                references.build(), (campaignId, areaId) -> PEOPLE.getOrDefault(campaignId + "/" + areaId, 0L));
    }
}
