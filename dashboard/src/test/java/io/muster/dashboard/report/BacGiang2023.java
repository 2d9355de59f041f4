package io.muster.dashboard.report;

import static io.muster.dashboard.view.Publication.COMPUTED_AT;
import static io.muster.domain.fixture.ReferencesBuilder.someReferences;

import io.muster.dashboard.view.Board;
import io.muster.dashboard.view.Publication;
import io.muster.domain.fixture.ReferencesBuilder;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve;
import io.muster.domain.tally.CampaignRow;
import io.muster.domain.tally.CampaignRow.DataQuality;
import io.muster.domain.tally.DayRow;
import io.muster.mapping.RowMapping;
import io.muster.schemas.RecordKeys;
import io.muster.schemas.Topics;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The drive of May 2023 as it stood at the end of 18 May. Published are the totals (1,928 of 3,285; 1,074 in the last seven days;
 * 52,139 aimed at), the first three by count, and the first two by rate; the other figures are made up to sum up to them.
 */
final class BacGiang2023 {

    static final String ID = "bac-giang-2023";
    static final LocalDate AS_OF = LocalDate.parse("2023-05-18");

    private static final LocalDate STARTS_ON = LocalDate.parse("2023-05-01");
    private static final LocalDate LAST_WEEK = LocalDate.parse("2023-05-12");
    private static final String ROOT = "bac-giang";

    private record District(String id, String name, long target, long before, long lastWeek) {

        /** Spread evenly, what is left over on the first days. */
        long on(LocalDate day) {
            boolean late = !day.isBefore(LAST_WEEK);
            long days = late ? 7 : 11;
            long sum = late ? lastWeek : before;
            long index = (late ? LAST_WEEK : STARTS_ON).until(day, ChronoUnit.DAYS);
            return sum / days + (index < sum % days ? 1 : 0);
        }
    }

    private static final List<District> DISTRICTS = List.of(
            new District("bac-giang-city", "TP. Bắc Giang", 260, 53, 67),
            new District("hiep-hoa", "Hiệp Hòa", 480, 134, 168),
            new District("lang-giang", "Lạng Giang", 300, 62, 78),
            new District("luc-nam", "Lục Nam", 380, 73, 92),
            new District("luc-ngan", "Lục Ngạn", 470, 119, 149),
            new District("son-dong", "Sơn Động", 150, 75, 94),
            new District("tan-yen", "Tân Yên", 400, 84, 106),
            new District("viet-yen", "Việt Yên", 400, 80, 100),
            new District("yen-dung", "Yên Dũng", 285, 141, 177),
            new District("yen-the", "Yên Thế", 160, 33, 43));

    private BacGiang2023() {}

    static final DataQuality NOTHING_ODD = new DataQuality(true, 0, 0, 0, 0, 0, 0, 0);

    static Board board() {
        return board(NOTHING_ODD);
    }

    static Board board(DataQuality quality) {
        return published(quality).board();
    }

    /** What the board is made of, to be added to. */
    static Publication published(DataQuality quality) {
        Publication published = new Publication().of(references().build());
        published.put(
                Topics.CAMPAIGN_PROGRESS,
                ID,
                RowMapping.toAvro(new CampaignRow(ID, AS_OF, null, 48_228L, 52_139L, List.of(), quality), COMPUTED_AT));
        STARTS_ON.datesUntil(AS_OF.plusDays(1)).forEach(day -> {
            DISTRICTS.forEach(district -> put(published, district.id, day, district.on(day)));
            put(
                    published,
                    ROOT,
                    day,
                    DISTRICTS.stream().mapToLong(d -> d.on(day)).sum());
        });
        return published;
    }

    private static void put(Publication published, String areaId, LocalDate day, long enrolled) {
        put(published, areaId, day, enrolled, null);
    }

    static void put(Publication published, String areaId, LocalDate day, long enrolled, @Nullable Long certified) {
        published.put(
                Topics.DAILY_COUNTS,
                RecordKeys.day(ID, areaId, day),
                RowMapping.toAvro(new DayRow(ID, areaId, day, enrolled, 0, certified), COMPUTED_AT));
    }

    private static ReferencesBuilder references() {
        ReferencesBuilder references = someReferences()
                .campaign(new Campaign(
                        ID,
                        Map.of(
                                "vi",
                                "Đợt cao điểm bảo hiểm xã hội tự nguyện, tháng 5 năm 2023",
                                "en",
                                "Voluntary social insurance drive, May 2023"),
                        STARTS_ON,
                        LocalDate.parse("2023-05-31"),
                        ZoneId.of("Asia/Ho_Chi_Minh"),
                        ROOT,
                        new PlanCurve.Linear(),
                        46_300L,
                        52_139L,
                        List.of()))
                .area(area(ROOT, null, "province", "Bắc Giang"))
                .target(ID, ROOT, 3_285);
        DISTRICTS.forEach(district -> references
                .area(area(district.id, ROOT, "district", district.name))
                .target(ID, district.id, district.target));
        IntStream.of(1, 2).forEach(i -> references.area(area("commune-" + i, "yen-dung", "commune", "Xã " + i)));
        return references;
    }

    private static Area area(String id, @Nullable String parent, String level, String name) {
        return new Area(id, parent, level, level, Map.of("vi", name), null, null);
    }
}
