package io.muster.simulation.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.muster.domain.AreaId;
import io.muster.domain.plan.Ranking;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.statement.Dimension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the expected figures of a sample as JSON, for tests. */
final class ExpectedJson {

    /** Line feeds on every platform, so that the committed files are reproducible. */
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private static final ObjectWriter WRITER = new ObjectMapper()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));

    private final Sample sample;
    private final Campaign campaign;

    private ExpectedJson(Sample sample) {
        this.sample = sample;
        this.campaign = sample.drive().campaign();
    }

    static String of(Sample sample) {
        return new ExpectedJson(sample).write();
    }

    private String write() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("campaignId", campaign.campaignId().value());
        json.put("targetMismatches", targetMismatches());
        json.put("published", part(sample.published(), List.of(SampleFiles.ENROLLMENTS)));
        json.put("end", part(sample.rest(), List.of(SampleFiles.ENROLLMENTS, SampleFiles.REST)));
        try {
            return WRITER.writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of plain values can always be written", e);
        }
    }

    private List<Map<String, Object>> targetMismatches() {
        long target = sample.drive()
                .targets(sample.areas())
                .getOrDefault(sample.drive().uneven(), 0L);
        Map<String, Object> mismatch = new LinkedHashMap<>();
        mismatch.put("areaId", sample.drive().uneven().value());
        mismatch.put("target", target);
        mismatch.put("childrenTarget", target + sample.drive().unevenBy());
        return List.of(mismatch);
    }

    private Map<String, @Nullable Object> part(Sample.Part part, List<String> files) {
        ExpectedFigures figures = part.figures();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("asOf", figures.asOf().toString());
        json.put("files", files);
        json.put("total", total(figures));
        json.put("districts", districts(figures));
        json.put("days", days(figures.in(BacGiang.PROVINCE)));
        json.put("communes", communes(figures));
        json.put("segments", segments(figures));
        json.put("input", input(figures.input()));
        return json;
    }

    private Map<String, @Nullable Object> total(ExpectedFigures figures) {
        ExpectedArea root = figures.in(BacGiang.PROVINCE);
        Map<String, @Nullable Object> json = area(BacGiang.PROVINCE, root);
        Long baseline = campaign.baseline();
        json.put("stock", baseline == null ? null : baseline + root.counts().enrolled());
        json.put("stockTarget", campaign.stockTarget());
        return json;
    }

    private static Map<String, @Nullable Object> area(AreaId areaId, ExpectedArea figures) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("areaId", areaId.value());
        json.put("enrolled", figures.counts().enrolled());
        json.put("target", figures.progress().target());
        json.put("attainmentPercent", figures.progress().attainmentPercent());
        json.put("today", figures.counts().today());
        json.put("last7Days", figures.counts().last7Days());
        json.put("withdrawn", figures.counts().withdrawn());
        json.put("outsidePeriod", figures.counts().outsidePeriod());
        LocalDate completedOn = figures.progress().completedOn();
        json.put("completedOn", completedOn == null ? null : completedOn.toString());
        return json;
    }

    private static Map<String, Integer> days(ExpectedArea figures) {
        Map<String, Integer> json = new LinkedHashMap<>();
        figures.days().forEach((day, enrolled) -> json.put(day.toString(), enrolled));
        return json;
    }

    private List<Map<String, @Nullable Object>> districts(ExpectedFigures figures) {
        List<AreaId> ids = sample.areas().districts();
        Map<AreaId, Integer> byCount =
                Ranking.highestFirst(ids, id -> figures.in(id).counts().enrolled());
        Map<AreaId, Integer> byAttainment = Ranking.highestFirst(ids, id -> attainment(figures.in(id)));
        List<Map<String, @Nullable Object>> json = new ArrayList<>();
        for (AreaId id : ids) {
            Map<String, @Nullable Object> district = area(id, figures.in(id));
            district.put("rankByCount", byCount.get(id));
            district.put("rankByAttainment", byAttainment.get(id));
            json.add(district);
        }
        return json;
    }

    private static double attainment(ExpectedArea figures) {
        Double percent = figures.progress().attainmentPercent();
        return percent == null ? 0 : percent;
    }

    private Map<String, Integer> communes(ExpectedFigures figures) {
        Map<String, Integer> json = new LinkedHashMap<>();
        for (Area area : sample.areas().areas()) {
            if (area.level().equals("commune")) {
                json.put(
                        area.areaId().value(),
                        figures.in(area.areaId()).counts().enrolled());
            }
        }
        return json;
    }

    private static Map<String, Object> segments(ExpectedFigures figures) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (Dimension dimension : Dimension.values()) {
            json.put(dimension.fieldName(), figures.segments().getOrDefault(dimension, Map.of()));
        }
        return json;
    }

    private static Map<String, Object> input(InputFigures input) {
        Map<String, Object> json = new LinkedHashMap<>();
        InputFigures.Changes changes = input.changes();
        json.put("lines", input.lines().total());
        json.put("duplicates", input.lines().duplicates());
        json.put("participants", input.participants());
        json.put("areaMoves", changes.areaMoves());
        json.put("dayMoves", changes.dayMoves());
        json.put("withdrawals", changes.withdrawals());
        json.put("reEnrollments", changes.reEnrollments());
        json.put("recordedLater", input.recordedLater());
        json.put("stale", input.lines().stale());
        Map<String, Integer> enrolledLines = new TreeMap<>();
        input.lines().enrolledByDistrict().forEach((areaId, lines) -> enrolledLines.put(areaId.value(), lines));
        json.put("enrolledLines", enrolledLines);
        return json;
    }
}
