package io.muster.contract.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.fixture.ReceivedAt;
import io.muster.domain.fixture.World;
import io.muster.domain.fixture.Worlds;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Recount;
import io.muster.domain.oracle.Rows;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Mapping to Avro and back loses nothing. */
class RoundTripTest {

    private static final Instant COMPUTED_AT = Instant.parse("2023-05-18T00:00:00.123Z");

    @Property(tries = 100)
    void shouldRoundTripStatementsAndReferences(@ForAll("worlds") World world) {
        assertThat(world.statements())
                .allSatisfy(statement -> assertThat(StatementMapping.fromAvro(StatementMapping.toAvro(statement)))
                        .isEqualTo(statement));
        assertThat(world.references().campaigns())
                .allSatisfy(
                        (id, campaign) -> assertThat(ReferenceMapping.fromAvro(id, ReferenceMapping.toAvro(campaign)))
                                .isEqualTo(campaign));
        assertThat(world.references().areas())
                .allSatisfy((id, area) -> assertThat(ReferenceMapping.fromAvro(id, ReferenceMapping.toAvro(area)))
                        .isEqualTo(area));
    }

    @Property(tries = 100)
    void shouldRoundTripRows(@ForAll("worlds") World world) {
        Rows rows = Recount.of(world.statements(), world.references(), AsOf.RECORDED, ReceivedAt.OFTEN_EARLIER);

        assertThat(rows.days().values()).allSatisfy(row -> {
            var record = RowMapping.toAvro(row, COMPUTED_AT);
            assertThat(RowMapping.fromAvro(row.campaignId(), row.areaId(), row.date(), record))
                    .isEqualTo(row);
            assertThat(record.getComputedAt()).isEqualTo(COMPUTED_AT);
        });
        assertThat(rows.areas().values())
                .allSatisfy(row -> assertThat(RowMapping.fromAvro(
                                row.campaignId(), row.areaId(), RowMapping.toAvro(row, COMPUTED_AT)))
                        .isEqualTo(row));
        assertThat(rows.segments().values())
                .allSatisfy(row -> assertThat(RowMapping.fromAvro(
                                row.campaignId(),
                                row.areaId(),
                                row.dimension(),
                                row.value(),
                                RowMapping.toAvro(row, COMPUTED_AT)))
                        .isEqualTo(row));
        assertThat(rows.campaigns().values())
                .allSatisfy(
                        row -> assertThat(RowMapping.fromAvro(row.campaignId(), RowMapping.toAvro(row, COMPUTED_AT)))
                                .isEqualTo(row));
        assertThat(rows.alerts().values())
                .allSatisfy(row -> assertThat(RowMapping.fromAvro(
                                row.campaignId(), row.areaId(), row.rule(), RowMapping.toAvro(row, COMPUTED_AT)))
                        .isEqualTo(row));
    }

    @Provide
    Arbitrary<World> worlds() {
        return Worlds.worlds();
    }
}
