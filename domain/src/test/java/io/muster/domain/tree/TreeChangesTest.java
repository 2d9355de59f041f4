package io.muster.domain.tree;

import static io.muster.domain.fixture.TestIds.areaId;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeChangesTest {

    private final ChangingTree tree = new ChangingTree()
            .area("root", null, 0)
            .area("yen-dung", "root", 10)
            .area("luc-nam", "root", 20)
            .area("tan-an", "yen-dung", 6)
            .area("tan-an.1", "tan-an", 2)
            .area("elsewhere", null, 0);

    @Test
    void shouldReportNothingWhenNothingMoved() {
        assertThat(tree.publish("tan-an<yen-dung", "luc-nam<root").told()).isEmpty();
    }

    @Test
    void shouldMoveParticipantsFromTheOldParentToTheNewOne() {
        tree.publish("tan-an<luc-nam");

        assertThat(tree.told()).containsExactly("1 tan-an: yen-dung>luc-nam -[yen-dung] +[luc-nam] 8");
        TreeChange change = tree.changes().get(0);
        assertThat(change.net(areaId("yen-dung"), day -> true)).isEqualTo(-8);
        assertThat(change.net(areaId("luc-nam"), day -> true)).isEqualTo(8);
        assertThat(change.net(areaId("root"), day -> true)).isZero();
        assertThat(change.net(areaId("luc-nam"), LocalDate.MIN::equals)).isZero();
        assertThat(change.concerns(areaId("tan-an"))).isTrue();
        assertThat(change.concerns(areaId("root"))).isFalse();
    }

    @Test
    void shouldReportAMoveOnceWhenItIsAppliedAgain() {
        tree.publish("tan-an<luc-nam").publish("tan-an<luc-nam");

        assertThat(tree.told()).hasSize(1);
    }

    @Test
    void shouldReportTwoMovesOfOneAreaSeparately() {
        tree.area("son-dong", "root", 0).publish("tan-an<luc-nam").publish("tan-an<son-dong");

        assertThat(tree.told())
                .containsExactly(
                        "1 tan-an: yen-dung>luc-nam -[yen-dung] +[luc-nam] 8",
                        "2 tan-an: luc-nam>son-dong -[luc-nam] +[son-dong] 8");
    }

    @Test
    void shouldReportAMoveBackThatCancelsTheFirst() {
        tree.publish("tan-an<luc-nam").publish("tan-an<yen-dung");

        assertThat(tree.told())
                .containsExactly(
                        "1 tan-an: yen-dung>luc-nam -[yen-dung] +[luc-nam] 8",
                        "2 tan-an: luc-nam>yen-dung -[luc-nam] +[yen-dung] 8");
    }

    @Test
    void shouldReportAnInsertedAreaAsOneChangeOfTheAreasBelowIt() {
        tree.area("north", "root", 0).publish("north<root", "yen-dung<north", "luc-nam<north");

        assertThat(tree.told()).containsExactly("1 luc-nam,yen-dung: root>north -[] +[north] 38");
    }

    @Test
    void shouldCountParticipantsOnceWhenAnAreaMovesBelowAnAreaThatMoves() {
        tree.area("north", "root", 0).publish("luc-nam<north", "tan-an<luc-nam");

        assertThat(tree.told())
                .containsExactly(
                        "1 luc-nam: root>north -[] +[north] 20",
                        "1 tan-an: yen-dung>luc-nam -[yen-dung] +[luc-nam, north] 8");
    }

    @Test
    void shouldReportAnEarlierMoveWithAllAreasThatWereBelowThen() {
        tree.publish("tan-an<luc-nam").publish("tan-an.1<yen-dung");

        assertThat(tree.told())
                .containsExactly(
                        "1 tan-an: yen-dung>luc-nam -[yen-dung] +[luc-nam] 8",
                        "2 tan-an.1: tan-an>yen-dung -[luc-nam, tan-an] +[yen-dung] 2");
    }

    @Test
    void shouldReportNothingForMovesWithinAnotherTree() {
        tree.area("elsewhere.1", "elsewhere", 5)
                .area("elsewhere.2", "elsewhere.1", 5)
                .publish("elsewhere.2<elsewhere");

        assertThat(tree.told()).isEmpty();
    }

    @Test
    void shouldReportAGainForEveryAreaAboveWhenAnAreaComesFromAnotherTree() {
        tree.area("newcomer", "elsewhere", 5).publish("newcomer<luc-nam");

        assertThat(tree.told()).containsExactly("1 newcomer: elsewhere>luc-nam -[] +[luc-nam, root] 5");
    }

    @Test
    void shouldReportUnknownCountsForAnAreaThatLeftTheTree() {
        tree.publish("tan-an<elsewhere");

        assertThat(tree.told()).containsExactly("1 tan-an: yen-dung>elsewhere -[root, yen-dung] +[] null");
        assertThat(tree.changes().get(0).net(areaId("yen-dung"), day -> true)).isNull();
        assertThat(tree.changes().get(0).net(areaId("luc-nam"), day -> true)).isZero();
    }

    @Test
    void shouldReportACycleAsLeavingAndItsEndAsComingBack() {
        tree.publish("yen-dung<tan-an").publish("yen-dung<root");

        assertThat(tree.told())
                .containsExactly("1 yen-dung: root>tan-an -[root] +[] 18", "2 yen-dung: tan-an>root -[] +[root] 18");
    }

    @Test
    void shouldKeepThePlaceOfAnAreaRemovedAfterItsChildrenMoved() {
        tree.area("merged", "yen-dung", 0)
                .area("merged.1", "merged", 4)
                .publish("merged.1<luc-nam")
                .remove("merged");

        assertThat(tree.told()).containsExactly("1 merged.1: merged>luc-nam -[merged, yen-dung] +[luc-nam] 4");
    }

    @Test
    void shouldReportChildrenOfAnAreaRemovedBeforeTheMoveAsNew() {
        tree.area("merged", "yen-dung", 0)
                .area("merged.1", "merged", 4)
                .remove("merged")
                .publish("merged.1<luc-nam");

        assertThat(tree.told()).containsExactly("2 merged.1: merged>luc-nam -[] +[luc-nam, root] 4");
    }

    @Test
    void shouldReportNothingForARemovedArea() {
        assertThat(tree.publish("tan-an.1<luc-nam").remove("tan-an.1").told()).isEmpty();
    }

    @Test
    void shouldKeepTheOrderOfMovesWhenTheClockWasSetBack() {
        var moves = tree.publish("tan-an<luc-nam")
                .publish("tan-an<yen-dung")
                .area("tan-an")
                .moves();
        var first = moves.get(0);
        var second = moves.get(1);
        var earlier =
                new io.muster.domain.reference.AreaMove(second.from(), second.to(), ChangingTree.START, second.above());
        var history = new TreeHistory(
                Map.of(areaId("tan-an"), tree.area("tan-an").withMoves(List.of(first, earlier))), areaId("root"));

        assertThat(history.parentBefore(areaId("tan-an"), first.at())).hasToString("yen-dung");
        assertThat(history.parentSince(areaId("tan-an"), first.at())).hasToString("yen-dung");
        assertThat(history.movedAt(first.at())).isEmpty();
    }

    @Test
    void shouldAddUpToTheDifferenceOfTheCounts() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<String> ids = IntStream.range(0, 9).mapToObj(i -> "a" + i).toList();
            ChangingTree changing = new ChangingTree().area("root", null, 1);
            for (int i = 0; i < ids.size(); i++) {
                changing.area(ids.get(i), i == 0 ? "root" : ids.get(random.nextInt(i)), 1 + random.nextInt(9));
            }
            Map<String, Long> before = counts(changing, ids);
            for (int i = 0; i < 4; i++) {
                String[] moves = IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(any -> {
                            int moved = random.nextInt(ids.size());
                            // a parent with a lower number cannot close a cycle
                            return ids.get(moved) + "<" + (moved == 0 ? "root" : ids.get(random.nextInt(moved)));
                        })
                        .toArray(String[]::new);
                changing.publish(moves);
            }
            Map<String, Long> sums = counts(changing, ids);
            before.forEach((areaId, count) -> sums.merge(areaId, -count, Long::sum));
            Map<String, Long> told = new HashMap<>();
            ids.forEach(id -> told.put(
                    id,
                    changing.changes().stream()
                            .mapToLong(change -> change.net(areaId(id), day -> true))
                            .sum()));

            assertThat(told).as("-Dseed=%d, round %d", seed, round).isEqualTo(sums);
        }
    }

    private static Map<String, Long> counts(ChangingTree tree, List<String> ids) {
        Map<String, Long> counts = new HashMap<>();
        ids.forEach(id -> counts.put(id, tree.count(areaId(id))));
        return counts;
    }
}
