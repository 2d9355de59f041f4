package io.muster.contract.mapping;

import io.muster.domain.AreaId;
import io.muster.domain.tally.CampaignRow;
import io.muster.schema.DataQuality;
import io.muster.schema.SourceCount;
import io.muster.schema.UnplacedArea;
import java.util.List;

/** Maps the data quality of a campaign to its Avro record and back. */
final class DataQualityMapping {

    private DataQualityMapping() {}

    static DataQuality toAvro(CampaignRow.DataQuality quality) {
        return new DataQuality(
                quality.campaignKnown(),
                quality.unplaced(),
                quality.unknownArea(),
                quality.outsideTree(),
                quality.outsidePeriod(),
                quality.orphanAreas(),
                quality.cyclicAreas(),
                quality.targetMismatches(),
                quality.datedAhead(),
                quality.unplacedAreas().stream()
                        .map(area -> new UnplacedArea(area.areaId().value(), area.enrolled(), area.known()))
                        .toList(),
                toSourceCounts(quality.recordedAhead()),
                toSourceCounts(quality.changedElsewhere()));
    }

    static CampaignRow.DataQuality fromAvro(DataQuality quality) {
        return new CampaignRow.DataQuality(
                quality.getCampaignKnown(),
                new CampaignRow.DataQuality.Unplaced(
                        quality.getUnplaced(), quality.getUnknownArea(), quality.getOutsideTree()),
                quality.getOutsidePeriod(),
                new CampaignRow.DataQuality.Definitions(
                        quality.getOrphanAreas(), quality.getCyclicAreas(), quality.getTargetMismatches()),
                quality.getDatedAhead(),
                quality.getUnplacedAreas().stream()
                        .map(area -> new CampaignRow.UnplacedArea(
                                new AreaId(area.getAreaId()), area.getEnrolled(), area.getKnown()))
                        .toList(),
                fromSourceCounts(quality.getRecordedAhead()),
                fromSourceCounts(quality.getChangedElsewhere()));
    }

    private static List<SourceCount> toSourceCounts(List<CampaignRow.SourceCount> counts) {
        return counts.stream()
                .map(count -> new SourceCount(count.source(), count.participants()))
                .toList();
    }

    private static List<CampaignRow.SourceCount> fromSourceCounts(List<SourceCount> counts) {
        return counts.stream()
                .map(count -> new CampaignRow.SourceCount(count.getSource(), count.getParticipants()))
                .toList();
    }
}
