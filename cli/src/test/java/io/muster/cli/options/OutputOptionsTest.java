package io.muster.cli.options;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static io.muster.domain.fixture.TestIds.participantRef;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.participant.ParticipantRef;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputOptionsTest {

    private record Report(
            CampaignId campaignId, List<AreaId> areas, ParticipantRef participantRef, Map<AreaId, Long> enrolled) {}

    @Test
    void shouldPrintIdsAsText() {
        StringWriter out = new StringWriter();

        OutputOptions.printJson(
                new PrintWriter(out, true),
                new Report(
                        campaignId("drive"),
                        List.of(areaId("yen-dung")),
                        participantRef("p1"),
                        Map.of(areaId("son-dong"), 7L)));

        assertThat(out.toString()).isEqualToIgnoringWhitespace("""
                        {"campaignId": "drive", "areas": ["yen-dung"], "participantRef": "p1",
                         "enrolled": {"son-dong": 7}}
                        """);
    }
}
