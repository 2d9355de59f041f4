package io.muster.domain.removal;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
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
        assertThat(removals().target("spring", "yen-dung"))
                .contains(new TargetRemoval(new Target("spring", "yen-dung", 40)));
        assertThat(removals().target("spring", "tan-an")).isEmpty();
        assertThat(removals().target("winter", "yen-dung")).isEmpty();
    }

    @Test
    void shouldReportWhatTheRemovalOfAnAreaAffects() {
        assertThat(removals().area("yen-dung"))
                .contains(new AreaRemoval(
                        "yen-dung",
                        List.of("tan-an"),
                        2,
                        List.of(new OfCampaign("autumn", 5, true), new OfCampaign("spring", 12, false)),
                        List.of(new Target("autumn", "yen-dung", 20), new Target("spring", "yen-dung", 40)),
                        2));
        assertThat(removals().area("yen-dun")).isEmpty();
    }

    @Test
    void shouldCountTheAreasOfACycleOnce() {
        references.area("yen-dung", "tan-an.1", "district");

        AreaRemoval removal = removals().area("tan-an").orElseThrow();

        assertThat(removal.children()).containsExactly("tan-an.1");
        assertThat(removal.below()).isEqualTo(2);
        assertThat(removal.campaigns()).extracting(OfCampaign::campaignId).containsExactly("autumn");
    }

    @Test
    void shouldReportWhatTheRemovalOfACampaignAffects() {
        CampaignRemoval removal = removals().campaign("spring").orElseThrow();

        assertThat(removal.people()).isEqualTo(30);
        assertThat(removal.targets())
                .containsExactly(new Target("spring", "root", 100), new Target("spring", "yen-dung", 40));
        assertThat(removal.certified())
                .extracting(count -> count.areaId() + " " + count.date())
                .containsExactly("root 2023-05-01", "yen-dung 2023-05-01", "yen-dung 2023-05-02");
        assertThat(removals().campaign("winter")).isEmpty();
    }

    @Test
    void shouldFindTargetsOfACampaignThatIsAlreadyRemoved() {
        references.target("winter", "root", 7);

        assertThat(removals().campaign("winter"))
                .contains(new CampaignRemoval("winter", 0, List.of(new Target("winter", "root", 7)), List.of()));
    }

    private Removals removals() {
        return new Removals(
                references.build(), (campaignId, areaId) -> PEOPLE.getOrDefault(campaignId + "/" + areaId, 0L));
    }
}
