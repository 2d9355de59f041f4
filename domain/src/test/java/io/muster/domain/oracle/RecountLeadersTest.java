package io.muster.domain.oracle;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.domain.fixture.TestIds.areaId;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.fixture.ReferencesBuilder;
import io.muster.domain.statement.Statement;
import io.muster.domain.tally.CampaignRow.Leader;
import io.muster.domain.tally.CampaignRow.LevelLeaders;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ranks (docs/rules.md, rule 5) and leaders. */
class RecountLeadersTest {

    private final ReferencesBuilder references = someReferences()
            .campaign("drive", "2023-05-01", "2023-05-31", "root")
            .area("root", null, "province");

    private final List<Statement> statements = new ArrayList<>();

    @Test
    void shouldShareRanksAndListRanksOneToFive() {
        district("a", 4, 8L);
        district("b", 7, null);
        district("c", 4, 2L);
        district("d", 1, 1000L);
        district("e", 2, 4L);
        district("f", 1, null);
        district("g", 0, 5L);

        LevelLeaders leaders = leaders().get(0);

        assertThat(leaders.byCount())
                .containsExactly(
                        new Leader(1, areaId("b"), 7, null),
                        new Leader(2, areaId("a"), 4, 50.0),
                        new Leader(2, areaId("c"), 4, 200.0),
                        new Leader(4, areaId("e"), 2, 50.0),
                        new Leader(5, areaId("d"), 1, 0.1),
                        new Leader(5, areaId("f"), 1, null));
        assertThat(leaders.byAttainment())
                .containsExactly(
                        new Leader(1, areaId("c"), 4, 200.0),
                        new Leader(2, areaId("a"), 4, 50.0),
                        new Leader(2, areaId("e"), 2, 50.0),
                        new Leader(4, areaId("d"), 1, 0.1));
        assertThat(recount().area("drive", "g").rankByCount()).isEqualTo(7);
        assertThat(recount().area("drive", "g").rankByAttainment()).isEqualTo(5);
        assertThat(recount().area("drive", "f").rankByAttainment()).isNull();
    }

    @Test
    void shouldOrderLevelsByTheirHighestArea() {
        references
                .area("x", "root", "ward")
                .area("y", "root", "district")
                .area("z", "y", "commune")
                .area("zz", "z", "district");

        assertThat(leaders()).extracting(LevelLeaders::level).containsExactly("district", "ward", "commune");
        assertThat(leaders())
                .allMatch(level ->
                        level.byCount().isEmpty() && level.byAttainment().isEmpty());
    }

    @Test
    void shouldRankTheRootAmongItsLevelButNotListIt() {
        references.area("child", "root", "province");
        statements.add(aStatement().by("p1").in("root").build());
        statements.add(aStatement().by("p2").in("child").build());

        assertThat(leaders())
                .containsExactly(
                        new LevelLeaders("province", List.of(new Leader(2, areaId("child"), 1, null)), List.of()));
    }

    private void district(String id, int enrolled, @Nullable Long target) {
        references.area(id, "root", "district");
        if (target != null) {
            references.target("drive", id, target);
        }
        for (int i = 0; i < enrolled; i++) {
            statements.add(aStatement().by(id + i).in(id).build());
        }
    }

    private List<LevelLeaders> leaders() {
        return recount().campaign("drive").leaders();
    }

    private Rows recount() {
        return Recount.of(statements, references.build(), AsOf.RECORDED);
    }
}
