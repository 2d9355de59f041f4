package io.muster.streams.topology.ledger;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.domain.fixture.TestIds.areaId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.domain.fixture.ReceivedAt;
import io.muster.domain.fixture.Worlds;
import io.muster.domain.ledger.EnrolledIn;
import io.muster.domain.ledger.Standing;
import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StandingCodecTest {

    @Property(tries = 100)
    void shouldReadWhatItWrote(@ForAll("statements") List<Statement> statements) {
        for (Statement statement : statements) {
            Standing standing = Standing.of(
                    statement, ReceivedAt.OFTEN_EARLIER.of(statement).toEpochMilli());

            assertThat(StandingCodec.fromBytes(StandingCodec.toBytes(standing))).isEqualTo(standing);
        }
    }

    @Example
    void shouldKeepVietnameseTextAndTheLongestNames() {
        Standing standing = Standing.of(
                aStatement()
                        .in("ệ".repeat(256))
                        .source("Đại lý thu Yên Dũng \0 𠀋")
                        .segments(new Segments(Gender.OTHER, "30–39", "thợ may", null))
                        .build(),
                0);

        assertThat(StandingCodec.fromBytes(StandingCodec.toBytes(standing))).isEqualTo(standing);
    }

    @Example
    void shouldKeepTheAreasOfEnrollment() {
        for (EnrolledIn areas : List.of(
                EnrolledIn.NO_AREA,
                new EnrolledIn.OneArea(areaId("yen-dung")),
                new EnrolledIn.OneArea(areaId("Sơn Động")),
                EnrolledIn.SEVERAL_AREAS)) {
            Standing standing = ParticipantTableTest.standing(new Random(1), areas);

            assertThat(StandingCodec.fromBytes(StandingCodec.toBytes(standing))).isEqualTo(standing);
        }
    }

    @Example
    void shouldReportAnUnknownFormat() {
        byte[] bytes = StandingCodec.toBytes(Standing.of(aStatement().build(), 0));
        bytes[0] = 9;

        assertThatThrownBy(() -> StandingCodec.fromBytes(bytes))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("--successor-of")
                .hasMessageContaining("standing of format 9, expected 2: another version of Muster wrote it");
    }

    @Example
    void shouldRejectTruncatedBytes() {
        byte[] bytes = StandingCodec.toBytes(Standing.of(aStatement().build(), 0));

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> StandingCodec.fromBytes(cut)).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Provide
    Arbitrary<List<Statement>> statements() {
        return Worlds.statements();
    }
}
