package io.muster.streams.simulator.schedule;

import static io.muster.domain.fixture.TestIds.areaIds;
import static io.muster.domain.fixture.TestIds.campaignId;
import static io.muster.domain.fixture.TestIds.participantRef;

import io.muster.domain.AreaId;
import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Statements about more participants than the initial table of a ledger in memory can hold. */
final class BulkStatements {

    /** The table starts with 1,024 slots and grows at a load factor of 0.7. */
    private static final int FEWEST = 1_100;

    private static final int SPREAD = 200;
    private static final int CHANGES = 250;
    private static final int DAYS = 6;
    private static final LocalDate FIRST_DAY = LocalDate.parse("2023-05-12");
    private static final List<Gender> GENDERS = List.of(Gender.values());
    private static final List<AreaId> AREAS = List.of(areaIds("bac-giang", "a2", "a3", "a4"));

    private final Random random;

    BulkStatements(Random random) {
        this.random = random;
    }

    /** One statement about each participant, followed by some that change or contradict earlier ones. */
    List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        int participants = FEWEST + random.nextInt(SPREAD);
        for (int i = 0; i < participants; i++) {
            statements.add(statement(i, 2, Status.ENROLLED));
        }
        for (int i = 0; i < CHANGES; i++) {
            Status status = random.nextInt(3) == 0 ? Status.WITHDRAWN : Status.ENROLLED;
            statements.add(statement(random.nextInt(participants), 1 + random.nextInt(3), status));
        }
        return statements;
    }

    private Statement statement(int participant, long version, Status status) {
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
        Instant enrolledAt = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return new Statement(
                new UUID(random.nextLong(), random.nextLong()),
                new Statement.Subject(campaignId("drive"), participantRef("c" + participant)),
                version,
                status,
                AREAS.get(random.nextInt(AREAS.size())),
                new Statement.Times(day, enrolledAt, enrolledAt.plus(Duration.ofMillis(random.nextInt(10_000_000)))),
                "office-" + random.nextInt(3),
                new Segments(GENDERS.get(random.nextInt(GENDERS.size())), null, null, null));
    }
}
