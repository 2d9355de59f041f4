package io.muster.domain.oracle;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.fixture.Delivery;
import io.muster.domain.fixture.Worlds;
import io.muster.domain.oracle.ExpectedCorrections.Change;
import io.muster.domain.reference.References;
import io.muster.domain.statement.Statement;
import io.muster.domain.tally.DayRow;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GuaranteesTest {

    @Property(tries = 200)
    void shouldFindNoViolationInARecount(@ForAll("deliveries") Delivery delivery) {
        List<Statement> statements = delivery.world().statements();
        References references = delivery.world().references();

        assertThat(Guarantees.brokenByRows(
                        statements, references, AsOf.RECORDED, Recount.of(statements, references, AsOf.RECORDED)))
                .isEmpty();
    }

    @Property(tries = 200)
    void shouldDetectAnyChangeCausedByAMissingStatement(@ForAll("deliveries") Delivery delivery) {
        List<Statement> statements = delivery.world().statements();
        References references = delivery.world().references();
        Rows all = Recount.of(statements, references, AsOf.RECORDED);
        for (int i = 0; i < Math.min(3, statements.size()); i++) {
            List<Statement> fewer = new ArrayList<>(statements);
            fewer.remove(i);
            Rows less = Recount.of(fewer, references, AsOf.RECORDED);

            assertThat(Guarantees.brokenByRows(statements, references, AsOf.RECORDED, less)
                            .isEmpty())
                    .isEqualTo(less.equals(all));
        }
    }

    @Example
    void shouldDetectAParticipantWhoIsCountedTwice() {
        Statement statement = aStatement().build();
        Rows rows = Recount.of(List.of(statement), someReferences().build(), AsOf.RECORDED);
        Rows twice = Recount.of(
                List.of(statement, aStatement().by("somebody else").build()),
                someReferences().build(),
                AsOf.RECORDED);

        assertThat(Guarantees.brokenByRows(List.of(statement), someReferences().build(), AsOf.RECORDED, twice))
                .anyMatch(words -> words.contains("1 participants are enrolled, 2 are counted"));
        assertThat(Guarantees.sameRows(rows, twice)).isNotEmpty();
    }

    @Example
    void shouldDetectMissingDuplicateAndUnexpectedRecords() {
        assertThat(Guarantees.brokenByRejections(List.of("a", "b"), List.of("b", "a")))
                .isEmpty();
        assertThat(Guarantees.brokenByRejections(List.of("a", "b"), List.of("b", "b", "c")))
                .containsExactlyInAnyOrder(
                        "no rejection of a", "2 times the rejection of b", "a rejection of c that should not exist");
        assertThat(Guarantees.brokenByCorrections(List.of(), List.of(new Change("drive:p1", "from", "to"))))
                .hasSize(1);
    }

    @Property(tries = 50)
    void shouldDetectADayThatIsNotTheSumOfItsParts(@ForAll("deliveries") Delivery delivery) {
        List<Statement> statements = delivery.world().statements();
        References references = delivery.world().references();
        Rows rows = Recount.of(statements, references, AsOf.RECORDED);
        List<DayRow> days = new ArrayList<>(rows.days().values());
        if (days.isEmpty()) {
            return;
        }
        DayRow one = days.get(0);
        days.set(
                0,
                new DayRow(
                        one.campaignId(),
                        one.areaId(),
                        one.date(),
                        one.enrolled() + 1,
                        one.withdrawn(),
                        one.certified()));
        Rows wrong = Rows.of(
                days,
                rows.areas().values(),
                rows.segments().values(),
                rows.campaigns().values(),
                rows.alerts().values());

        assertThat(Guarantees.brokenByRows(statements, references, AsOf.RECORDED, wrong))
                .anyMatch(words -> words.endsWith("is not the sum of its parts"));
    }

    @Provide
    Arbitrary<Delivery> deliveries() {
        return Worlds.deliveries();
    }
}
