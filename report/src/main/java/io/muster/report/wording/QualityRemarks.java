package io.muster.report.wording;

import io.muster.domain.reference.Area;
import io.muster.domain.tally.CampaignRow.DataQuality;
import io.muster.domain.tally.CampaignRow.SourceCount;
import io.muster.domain.tally.CampaignRow.UnplacedArea;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Data quality of a campaign in words: what is not counted, and inconsistencies in definitions and statements. */
public record QualityRemarks(DataQuality quality, Area root, Wording wording) {

    private static final int MAX_NAMED = 10;

    private record Remark(String what, long count, String named) {
        Remark(String what, long count) {
            this(what, count, "");
        }
    }

    /**
     * The remarks, each group preceded by a blank line; empty if there are none.
     *
     * @param heading key of the heading of the first group
     */
    public List<String> lines(String heading) {
        List<String> lines = new ArrayList<>();
        addTo(
                lines,
                heading,
                "quality.",
                new Remark("unknownArea", quality.unknownArea(), unplaced(false)),
                new Remark("outsideTree", quality.outsideTree(), unplaced(true)),
                new Remark("outsidePeriod", quality.outsidePeriod()));
        addTo(
                lines,
                "reference",
                "reference.",
                new Remark("orphanAreas", quality.orphanAreas()),
                new Remark("cyclicAreas", quality.cyclicAreas()),
                new Remark("targetMismatches", quality.targetMismatches()));
        List<String> said = new ArrayList<>();
        say(said, "statements.recordedAhead", quality.recordedAhead());
        say(said, "statements.changedElsewhere", quality.changedElsewhere());
        addTo(lines, "statements", said);
        return lines;
    }

    private void say(List<String> said, String key, List<SourceCount> sources) {
        if (!sources.isEmpty()) {
            said.add("- " + wording.say(key, wording.sources(sources)));
        }
    }

    /** The ids of the areas concerned, the highest count first. */
    private String unplaced(boolean known) {
        List<UnplacedArea> areas = quality.unplacedAreas().stream()
                .filter(area -> area.known() == known)
                .toList();
        String ids = areas.stream()
                .limit(MAX_NAMED)
                .map(area -> wording.say("item", area.areaId().value(), wording.count(area.enrolled())))
                .collect(Collectors.joining(", "));
        boolean all = areas.size() <= MAX_NAMED;
        return ids.isEmpty()
                ? ""
                : " (" + (all ? ids : wording.say("and.more", ids, wording.count(areas.size() - MAX_NAMED))) + ")";
    }

    private void addTo(List<String> lines, String heading, String prefix, Remark... remarks) {
        List<String> said = new ArrayList<>();
        for (Remark remark : remarks) {
            if (remark.count > 0) {
                said.add("- " + wording.say(prefix + remark.what, wording.count(remark.count), wording.name(root))
                        + remark.named);
            }
        }
        addTo(lines, heading, said);
    }

    private void addTo(List<String> lines, String heading, List<String> said) {
        if (!said.isEmpty()) {
            lines.add("");
            lines.add(wording.say(heading));
            lines.addAll(said);
        }
    }
}
