package io.muster.simulation.scenario;

import io.muster.domain.AreaId;
import java.util.ArrayList;
import java.util.List;

/**
 * The province of Bac Giang with its division of 2023: ten districts with 209 wards, towns and communes. Names are
 * from general knowledge.
 */
final class BacGiang {

    static final AreaId PROVINCE = new AreaId("bac-giang");

    /** The districts. Baselines are made up. */
    static final List<District> DISTRICTS = List.of(
            new District("bac-giang-city", "city", "Thành phố Bắc Giang", "Bắc Giang City", 2, 2, 3_760)
                    .with(
                            "ward",
                            "Dĩnh Kế, Đa Mai, Hoàng Văn Thụ, Lê Lợi, Mỹ Độ, Ngô Quyền, Thọ Xương, Trần Nguyên Hãn,"
                                    + " Trần Phú, Xương Giang")
                    .with("commune", "Dĩnh Trì, Đồng Sơn, Song Khê, Song Mai, Tân Mỹ, Tân Tiến"),
            new District("hiep-hoa", "Hiệp Hòa", 0, 1, 6_900)
                    .with("town", "Thắng, Bắc Lý")
                    .with(
                            "commune",
                            "Châu Minh, Danh Thắng, Đại Thành, Đoan Bái, Đông Lỗ, Đồng Tân, Hòa Sơn, Hoàng An,"
                                    + " Hoàng Lương, Hoàng Thanh, Hoàng Vân, Hợp Thịnh, Hùng Sơn, Hương Lâm,"
                                    + " Lương Phong, Mai Đình, Mai Trung, Ngọc Sơn, Quang Minh, Thái Sơn, Thanh Vân,"
                                    + " Thường Thắng, Xuân Cẩm"),
            new District("lang-giang", "Lạng Giang", 2, 1, 5_400)
                    .with("town", "Vôi, Kép")
                    .with(
                            "commune",
                            "An Hà, Dương Đức, Đại Lâm, Đào Mỹ, Hương Lạc, Hương Sơn, Mỹ Hà, Mỹ Thái, Nghĩa Hòa,"
                                    + " Nghĩa Hưng, Quang Thịnh, Tân Dĩnh, Tân Hưng, Tân Thanh, Thái Đào, Tiên Lục,"
                                    + " Xuân Hương, Xương Lâm, Yên Mỹ"),
            new District("luc-nam", "Lục Nam", 3, 2, 5_700)
                    .with("town", "Đồi Ngô, Phương Sơn")
                    .with(
                            "commune",
                            "Bảo Đài, Bảo Sơn, Bắc Lũng, Bình Sơn, Cẩm Lý, Chu Điện, Cương Sơn, Đan Hội, Đông Hưng,"
                                    + " Đông Phú, Huyền Sơn, Khám Lạng, Lan Mẫu, Lục Sơn, Nghĩa Phương, Tam Dị,"
                                    + " Thanh Lâm, Tiên Nha, Trường Giang, Trường Sơn, Vô Tranh, Vũ Xá, Yên Sơn"),
            new District("luc-ngan", "Lục Ngạn", 3, 1, 5_600)
                    .with("town", "Chũ")
                    .with(
                            "commune",
                            "Biên Sơn, Biển Động, Cấm Sơn, Đèo Gia, Đồng Cốc, Giáp Sơn, Hộ Đáp, Hồng Giang, Kiên Lao,"
                                    + " Kiên Thành, Kim Sơn, Mỹ An, Nam Dương, Phì Điền, Phong Minh, Phong Vân,"
                                    + " Phú Nhuận, Phượng Sơn, Quý Sơn, Sa Lý, Sơn Hải, Tân Hoa, Tân Lập, Tân Mộc,"
                                    + " Tân Quang, Tân Sơn, Thanh Hải, Trù Hựu"),
            new District("son-dong", "Sơn Động", 4, 2, 2_400)
                    .with("town", "An Châu, Tây Yên Tử")
                    .with(
                            "commune",
                            "An Bá, An Lạc, Cẩm Đàn, Dương Hưu, Đại Sơn, Giáo Liêm, Hữu Sản, Lệ Viễn, Long Sơn,"
                                    + " Phúc Sơn, Thanh Luận, Tuấn Đạo, Vân Sơn, Vĩnh An, Yên Định"),
            new District("tan-yen", "Tân Yên", 1, 1, 5_300)
                    .with("town", "Cao Thượng, Nhã Nam")
                    .with(
                            "commune",
                            "An Dương, Cao Xá, Đại Hóa, Hợp Đức, Lam Cốt, Lan Giới, Liên Chung, Liên Sơn, Ngọc Châu,"
                                    + " Ngọc Lý, Ngọc Thiện, Ngọc Vân, Phúc Hòa, Phúc Sơn, Quang Tiến, Quế Nham,"
                                    + " Song Vân, Tân Trung, Việt Lập, Việt Ngọc"),
            new District("viet-yen", "Việt Yên", 1, 2, 4_900)
                    .with("town", "Bích Động, Nếnh")
                    .with(
                            "commune",
                            "Hồng Thái, Hương Mai, Minh Đức, Nghĩa Trung, Ninh Sơn, Quang Châu, Quảng Minh,"
                                    + " Tăng Tiến, Thượng Lan, Tiên Sơn, Trung Sơn, Tự Lạn, Vân Hà, Vân Trung,"
                                    + " Việt Tiến"),
            new District("yen-dung", "Yên Dũng", 2, 3, 4_300)
                    .with("town", "Nham Biền, Tân An")
                    .with(
                            "commune",
                            "Cảnh Thụy, Đồng Phúc, Đồng Việt, Đức Giang, Hương Gián, Lãng Sơn, Lão Hộ, Nội Hoàng,"
                                    + " Quỳnh Sơn, Tân Liễu, Tiến Dũng, Tiền Phong, Trí Yên, Tư Mại, Xuân Phú,"
                                    + " Yên Lư"),
            new District("yen-the", "Yên Thế", 1, 0, 2_700)
                    .with("town", "Phồn Xương, Bố Hạ")
                    .with(
                            "commune",
                            "An Thượng, Canh Nậu, Đông Sơn, Đồng Hưu, Đồng Kỳ, Đồng Lạc, Đồng Tâm, Đồng Tiến,"
                                    + " Đồng Vương, Hồng Kỳ, Hương Vĩ, Tam Hiệp, Tam Tiến, Tân Hiệp, Tân Sỏi,"
                                    + " Tiến Thắng, Xuân Lương"));

    private BacGiang() {}

    /** One ward, town or commune. */
    record Unit(String kind, String name) {}

    /**
     * @param column on the tile map, from the west
     * @param row on the tile map, from the north
     * @param baseline people insured before the drives
     */
    record District(
            AreaId id,
            String kind,
            String name,
            String englishName,
            int column,
            int row,
            long baseline,
            List<Unit> units) {

        private District(String id, String name, int column, int row, long baseline) {
            this(id, "district", name, name, column, row, baseline);
        }

        private District(String id, String kind, String name, String englishName, int column, int row, long baseline) {
            this(new AreaId(id), kind, name, englishName, column, row, baseline, List.of());
        }

        private District with(String unitKind, String names) {
            List<Unit> all = new ArrayList<>(units);
            for (String unitName : names.split(", ")) {
                all.add(new Unit(unitKind, unitName));
            }
            return new District(id, kind, name, englishName, column, row, baseline, List.copyOf(all));
        }
    }
}
