package io.muster.domain.oracle;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.oracle.PartitionRecount.Count;
import io.muster.domain.statement.Statement;
import org.junit.jupiter.api.Test;

class PartitionRecountTest {

    private final PartitionRecount recount = new PartitionRecount();

    @Test
    void shouldMoveAParticipantWhenAnotherStatementWins() {
        Statement first = aStatement().in("yen-dung").event("first").build();
        Statement second =
                aStatement().in("hiep-hoa").version(2).event("second").build();

        recount.take(first);
        assertThat(recount.of(PartitionRecount.cell(first))).isEqualTo(new Count(1, 0));

        assertThat(recount.take(second).correction()).isNotNull();
        assertThat(recount.of(PartitionRecount.cell(first))).isEqualTo(Count.NONE);
        assertThat(recount.of(PartitionRecount.cell(second))).isEqualTo(new Count(1, 0));

        PartitionRecount.Step late = recount.take(first);
        assertThat(late.winner()).isEqualTo(second);
        assertThat(late.loss()).isNotNull();
        assertThat(late.correction()).isNull();
    }

    @Test
    void shouldCountWithdrawnParticipantsSeparately() {
        Statement enrolled = aStatement().event("first").build();
        recount.take(enrolled);
        recount.take(aStatement().withdrawn().version(2).event("second").build());

        assertThat(recount.of(PartitionRecount.cell(enrolled))).isEqualTo(new Count(0, 1));
    }
}
