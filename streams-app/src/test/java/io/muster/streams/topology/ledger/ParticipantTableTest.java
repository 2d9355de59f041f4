package io.muster.streams.topology.ledger;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static io.muster.domain.fixture.TestIds.participantRef;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.CampaignId;
import io.muster.domain.ledger.EnrolledIn;
import io.muster.domain.ledger.Standing;
import io.muster.domain.ledger.Standings;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement.Subject;
import io.muster.domain.statement.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ParticipantTableTest {

    private final ParticipantTable table = new ParticipantTable();

    @Property(tries = 5)
    void shouldBehaveLikeAHashMapWhileItGrows(@ForAll long seed) {
        Random random = new Random(seed);
        ParticipantTable tried = new ParticipantTable();
        Map<Subject, Standing> expected = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            CampaignId campaign = campaignId("drive-" + random.nextInt(3));
            ParticipantRef participant = participantRef("p" + random.nextInt(5_000));
            if (random.nextBoolean()) {
                Standing standing = standing(random);
                tried.placeOf(campaign, participant).put(standing);
                expected.put(new Subject(campaign, participant), standing);
            }
            assertThat(tried.placeOf(campaign, participant).get())
                    .isEqualTo(expected.get(new Subject(campaign, participant)));
        }

        assertThat(tried.size()).isEqualTo(expected.size());
        expected.forEach((subject, standing) -> assertThat(tried.placeOf(subject.campaignId(), subject.participantRef())
                        .get())
                .isEqualTo(standing));
    }

    @Example
    void shouldBeEmptyAtFirst() {
        assertThat(placeOf("drive", "p1").get()).isNull();
        assertThat(table.size()).isZero();
    }

    @Example
    void shouldKeepCampaignsApart() {
        Standing here = Standing.of(aStatement().in("yen-dung").build(), 0);
        Standing there = Standing.of(aStatement().in("son-dong").build(), 0);

        placeOf("a", "p1").put(here);
        placeOf("b", "p1").put(there);

        assertThat(placeOf("a", "p1").get()).isEqualTo(here);
        assertThat(placeOf("b", "p1").get()).isEqualTo(there);
        assertThat(placeOf("a", "b:p1").get()).isNull();
    }

    @Example
    void shouldBeEmptyAfterClear() {
        placeOf("drive", "p1").put(Standing.of(aStatement().build(), 0));

        table.clear();

        assertThat(placeOf("drive", "p1").get()).isNull();
        assertThat(table.size()).isZero();
    }

    private static Standing standing(Random random) {
        return standing(
                random,
                switch (random.nextInt(4)) {
                    case 0 -> EnrolledIn.NO_AREA;
                    case 1 -> EnrolledIn.SEVERAL_AREAS;
                    default -> new EnrolledIn.OneArea(areaId("xã-" + random.nextInt(2)));
                });
    }

    private Standings.Place placeOf(String campaign, String participant) {
        return table.placeOf(campaignId(campaign), participantRef(participant));
    }

    static Standing standing(Random random, EnrolledIn enrolledIn) {
        return new Standing(
                new UUID(random.nextLong(), random.nextLong()),
                random.nextLong(),
                random.nextBoolean() ? Status.ENROLLED : Status.WITHDRAWN,
                areaId("xã-" + random.nextInt(random.nextBoolean() ? 2 : 700)),
                LocalDate.ofEpochDay(random.nextInt()),
                new Segments(
                        random.nextBoolean() ? Gender.FEMALE : Gender.OTHER,
                        random.nextBoolean() ? "30–39" : null,
                        random.nextBoolean() ? "nghề-" + random.nextInt(50) : null,
                        null),
                enrolledIn,
                new Standing.Recording(
                        "đại lý " + random.nextInt(100),
                        Instant.ofEpochMilli(random.nextLong()),
                        random.nextInt(3) * 240));
    }
}
