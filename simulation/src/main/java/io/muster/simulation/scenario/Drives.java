package io.muster.simulation.scenario;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The two sample drives. samples/README.md lists which of these figures were published. */
final class Drives {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final long BASELINE =
            BacGiang.DISTRICTS.stream().mapToLong(BacGiang.District::baseline).sum();

    static final Drive BAC_GIANG_2023 = new Drive(
            2023,
            new Campaign(
                    new CampaignId("bac-giang-2023"),
                    Map.of(
                            "vi", "Vận động tham gia BHXH tự nguyện, tháng 5 năm 2023",
                            "en", "Voluntary social insurance drive, May 2023"),
                    new Campaign.Period(LocalDate.parse("2023-05-01"), LocalDate.parse("2023-05-31"), ZONE),
                    BacGiang.PROVINCE,
                    new PlanCurve.Linear(),
                    BASELINE,
                    52_139L,
                    List.of()),
            LocalDate.parse("2023-05-18"),
            1_074,
            List.of(
                    new Drive.Goal("bac-giang-city", 370, 112, 259),
                    new Drive.Goal("hiep-hoa", 410, 302, 467),
                    new Drive.Goal("lang-giang", 370, 176, 371),
                    new Drive.Goal("luc-nam", 410, 187, 415),
                    new Drive.Goal("luc-ngan", 420, 268, 441),
                    new Drive.Goal("son-dong", 150, 169, 205),
                    new Drive.Goal("tan-yen", 340, 164, 352),
                    new Drive.Goal("viet-yen", 340, 141, 318),
                    new Drive.Goal("yen-dung", 285, 318, 402),
                    new Drive.Goal("yen-the", 190, 91, 193)),
            new AreaId("luc-nam"),
            8,
            days("2023-05-01", "2023-05-02", "2023-05-03"));

    static final Drive BAC_GIANG_2024 = new Drive(
            2024,
            new Campaign(
                    new CampaignId("bac-giang-2024"),
                    Map.of(
                            "vi", "Vận động tham gia BHXH tự nguyện, tháng 4 và 5 năm 2024",
                            "en", "Voluntary social insurance drive, April and May 2024"),
                    new Campaign.Period(LocalDate.parse("2024-04-01"), LocalDate.parse("2024-05-31"), ZONE),
                    BacGiang.PROVINCE,
                    new PlanCurve.Points(List.of(
                            point("2024-04-01", 0.01),
                            point("2024-04-15", 0.18),
                            point("2024-04-30", 0.40),
                            point("2024-05-15", 0.68),
                            point("2024-05-31", 1))),
                    BASELINE,
                    null,
                    List.of()),
            LocalDate.parse("2024-04-15"),
            521,
            List.of(
                    new Drive.Goal("bac-giang-city", 550, 34, 431),
                    new Drive.Goal("hiep-hoa", 900, 291, 980),
                    new Drive.Goal("lang-giang", 680, 62, 702),
                    new Drive.Goal("luc-nam", 720, 51, 741),
                    new Drive.Goal("luc-ngan", 740, 108, 768),
                    new Drive.Goal("son-dong", 200, 25, 214),
                    new Drive.Goal("tan-yen", 620, 161, 655),
                    new Drive.Goal("viet-yen", 620, 116, 602),
                    new Drive.Goal("yen-dung", 470, 129, 505),
                    new Drive.Goal("yen-the", 300, 19, 312)),
            new AreaId("yen-the"),
            -5,
            days("2024-04-18", "2024-04-29", "2024-04-30", "2024-05-01"));

    static final List<Drive> ALL = List.of(BAC_GIANG_2023, BAC_GIANG_2024);

    private Drives() {}

    private static PlanCurve.Point point(String day, double share) {
        return new PlanCurve.Point(LocalDate.parse(day), share);
    }

    private static Set<LocalDate> days(String... days) {
        return List.of(days).stream().map(LocalDate::parse).collect(Collectors.toUnmodifiableSet());
    }
}
