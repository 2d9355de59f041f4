package io.muster.board;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.board.Changes.AreaKey;
import io.muster.contract.mapping.ReferenceMapping;
import io.muster.contract.mapping.RowMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.domain.CampaignId;
import io.muster.domain.fixture.World;
import io.muster.domain.fixture.Worlds;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Recount;
import io.muster.domain.oracle.Rows;
import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.CampaignRow;
import io.muster.domain.tally.DayRow;
import io.muster.domain.tally.SegmentRow;
import io.muster.schema.DailyCount;
import io.muster.schema.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BoardStateTest {

    private static final CampaignId DRIVE = campaignId("drive");
    private static final LocalDate DAY = LocalDate.parse("2023-05-12");

    private final Publication published = new Publication();

    @Provide
    Arbitrary<World> worlds() {
        return Worlds.worlds();
    }

    @Property(tries = 200)
    void shouldHoldExactlyThePublishedRows(@ForAll("worlds") World world) {
        Rows rows = Recount.of(world.statements(), world.references(), AsOf.RECORDED);

        Board board = new Publication().of(world.references()).of(rows).board();

        assertThat(rowsOn(board)).isEqualTo(rows);
        assertThat(board.areas()).isEqualTo(world.references().areas());
        world.references()
                .campaigns()
                .forEach((id, campaign) ->
                        assertThat(campaign(board, id).definition()).isEqualTo(campaign));
        world.references()
                .targets()
                .forEach((id, targets) ->
                        assertThat(campaign(board, id).targets()).isEqualTo(targets));
    }

    @Property(tries = 100)
    void shouldBeEmptyAfterTombstonesForEverything(@ForAll("worlds") World world) {
        Rows rows = Recount.of(world.statements(), world.references(), AsOf.RECORDED);
        Publication all = new Publication().of(world.references()).of(rows);

        rows.days().keySet().forEach(key -> all.put(Topics.DAILY_COUNTS, key, null));
        rows.areas().keySet().forEach(key -> all.put(Topics.AREA_PROGRESS, key, null));
        rows.segments().keySet().forEach(key -> all.put(Topics.SEGMENT_COUNTS, key, null));
        rows.campaigns().keySet().forEach(key -> all.put(Topics.CAMPAIGN_PROGRESS, key, null));
        rows.alerts().keySet().forEach(key -> all.put(Topics.ALERTS, key, null));
        world.references().campaigns().keySet().forEach(id -> all.put(Topics.CAMPAIGNS, id.value(), null));
        world.references().areas().keySet().forEach(id -> all.put(Topics.AREAS, id.value(), null));
        world.references()
                .targets()
                .forEach((campaignId, targets) -> targets.keySet()
                        .forEach(areaId -> all.put(Topics.TARGETS, RecordKeys.target(campaignId, areaId), null)));

        assertThat(all.board().campaigns()).isEmpty();
        assertThat(all.board().areas()).isEmpty();
    }

    @Test
    void shouldRememberRemovalsFromACampaignThatDisappearedAndCameBack() {
        published.put(Topics.DAILY_COUNTS, "drive|yen-dung|2023-05-12", day(7));
        ReadPosition before = published.board().position();

        published.put(Topics.DAILY_COUNTS, "drive|yen-dung|2023-05-12", null);
        published.put(Topics.AREA_PROGRESS, "drive|yen-dung", null);
        assertThat(published.board().campaigns()).isEmpty();
        published.put(Topics.DAILY_COUNTS, "drive|luc-ngan|2023-05-12", day(7));

        assertThat(campaign(published.board(), DRIVE).removedBy().isWithin(before))
                .isFalse();
    }

    @Test
    void shouldNotChangeAFrozenBoardWhenMoreIsPublished() {
        published.put(Topics.DAILY_COUNTS, "drive|yen-dung|2023-05-12", day(7));
        Board before = published.board();

        published.put(Topics.DAILY_COUNTS, "drive|yen-dung|2023-05-12", day(8));

        assertThat(enrolled(before, "yen-dung")).isEqualTo(7);
        assertThat(enrolled(published.board(), "yen-dung")).isEqualTo(8);
    }

    @Test
    void shouldShareUnchangedPartsBetweenBoards() {
        published.put(Topics.DAILY_COUNTS, "drive|yen-dung|2023-05-12", day(7));
        published.put(Topics.DAILY_COUNTS, "drive|son-dong|2023-05-12", day(3));
        published.put(Topics.DAILY_COUNTS, "drive-2|yen-dung|2023-05-12", day(1));
        Board before = published.board();

        published.put(Topics.DAILY_COUNTS, "drive|son-dong|2023-05-12", day(4));

        Board after = published.board();
        assertThat(campaign(after, campaignId("drive-2"))).isSameAs(campaign(before, campaignId("drive-2")));
        assertThat(campaign(after, DRIVE).areas().get(areaId("yen-dung")))
                .isSameAs(campaign(before, DRIVE).areas().get(areaId("yen-dung")));
    }

    @Test
    void shouldReturnChangesOnce() {
        published.of(someReferences()
                .campaign("drive", "2023-05-01", "2023-05-31", "bac-giang")
                .area("bac-giang", null, "province")
                .build());
        published.put(Topics.DAILY_COUNTS, "drive|yen-dung|2023-05-12", day(7));

        Changes changes = published.takeChanges();

        assertThat(changes.campaigns()).containsExactly(DRIVE);
        assertThat(changes.areas()).containsExactly(new AreaKey(DRIVE, areaId("yen-dung")));
        assertThat(changes.treeChanged()).isTrue();
        assertThat(published.takeChanges().isEmpty()).isTrue();
    }

    @Test
    void shouldReportEveryCampaignAsChangedWhenCleared() {
        published.put(Topics.DAILY_COUNTS, "drive|yen-dung|2023-05-12", day(7));
        published.takeChanges();

        published.clear();

        assertThat(published.board()).isEqualTo(Board.EMPTY);
        assertThat(published.takeChanges().campaigns()).containsExactly(DRIVE);
    }

    @Test
    void shouldRejectMalformedKeys() {
        assertThatThrownBy(() -> published.put(Topics.DAILY_COUNTS, "drive|yen-dung", day(7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("drive|yen-dung");
        assertThatThrownBy(() -> published.put(Topics.TARGETS, "drive", new Target(3L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> published.put(Topics.SEGMENT_COUNTS, "drive|yen-dung|shoe|44", null))
                .hasMessageContaining("shoe");
        assertThat(published.board()).isEqualTo(Board.EMPTY);
    }

    @Test
    void shouldKeepTheOlderDefinitionWhenANewOneIsInvalid() {
        var areas = someReferences().area("bac-giang", null, "province").build();
        published.of(areas);
        var broken = ReferenceMapping.toAvro(areas.areas().values().iterator().next());
        broken = io.muster.schema.Area.newBuilder(broken).setLevel(" ").build();

        var record = broken;
        assertThatThrownBy(() -> published.put(Topics.AREAS, "bac-giang", record))
                .hasMessageContaining("level");

        assertThat(published.board().areas()).isEqualTo(areas.areas());
    }

    private static DailyCount day(long enrolled) {
        return RowMapping.toAvro(
                new DayRow(DRIVE, areaId("yen-dung"), DAY, enrolled, 0, null), Publication.COMPUTED_AT);
    }

    private static long enrolled(Board board, String areaId) {
        AreaView area = requireNonNull(campaign(board, DRIVE).areas().get(areaId(areaId)));
        return area.days().firstEntry().getValue().row().enrolled();
    }

    private static CampaignView campaign(Board board, CampaignId id) {
        return requireNonNull(board.campaigns().get(id), id.value());
    }

    private static Rows rowsOn(Board board) {
        List<DayRow> days = new ArrayList<>();
        List<AreaRow> areas = new ArrayList<>();
        List<SegmentRow> segments = new ArrayList<>();
        List<CampaignRow> campaigns = new ArrayList<>();
        List<AlertRow> alerts = new ArrayList<>();
        for (CampaignView campaign : board.campaigns().values()) {
            if (campaign.progress() != null) {
                campaigns.add(campaign.progress().row());
            }
            for (AreaView area : campaign.areas().values()) {
                if (area.progress() != null) {
                    areas.add(area.progress().row());
                }
                area.alerts().values().forEach(alert -> alerts.add(alert.row()));
                area.days().values().forEach(day -> days.add(day.row()));
                area.segments().values().stream()
                        .map(Map::values)
                        .forEach(values -> values.forEach(segment -> segments.add(segment.row())));
            }
        }
        return Rows.of(days, areas, segments, campaigns, alerts);
    }
}
