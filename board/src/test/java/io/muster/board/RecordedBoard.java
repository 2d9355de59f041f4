package io.muster.board;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static io.muster.domain.fixture.TestIds.participantRef;

import io.muster.contract.mapping.ReferenceMapping;
import io.muster.contract.mapping.RowMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.domain.AreaId;
import io.muster.domain.fixture.StatementBuilder;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Recount;
import io.muster.domain.oracle.Rows;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaMove;
import io.muster.domain.reference.References;
import io.muster.domain.statement.Statement;
import io.muster.domain.tally.CountingState;
import io.muster.schema.Correction;
import io.muster.schema.EnrollmentStatus;
import io.muster.schema.Placement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A board with the rows the streams application would publish, computed by the oracle: one province, two districts,
 * three communes.
 */
public final class RecordedBoard implements LiveBoard {

    public static final String CAMPAIGN = "drive";

    private static final References REFERENCES = someReferences()
            .campaign(CAMPAIGN, "2023-05-01", "2023-05-31", "bac-giang", 1_000L)
            .area(area("bac-giang", null, "province", "Bắc Giang"))
            .area(area("yen-dung", "bac-giang", "district", "Yên Dũng"))
            .area(area("luc-ngan", "bac-giang", "district", "Lục Ngạn"))
            .area(area("nham-bien", "yen-dung", "commune", "Nham Biền"))
            .area(area("tan-lieu", "yen-dung", "commune", "Tân Liễu"))
            .area(area("chu", "luc-ngan", "commune", "Chũ"))
            .target(CAMPAIGN, "bac-giang", 100)
            .target(CAMPAIGN, "yen-dung", 3)
            .target(CAMPAIGN, "luc-ngan", 40)
            .build();

    private final Publication publication = new Publication();
    private final List<Statement> statements = new ArrayList<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Rows published;
    private volatile Board board = Board.EMPTY;
    private volatile ViewStatus status = new ViewStatus.Reading();
    private volatile CountingState counting = new CountingState.UpToDate(null);

    private static Area area(String id, @Nullable String parent, String level, String name) {
        return new Area(
                areaId(id),
                AreaId.ofNullable(parent),
                level,
                level,
                Map.of("vi", name),
                null,
                new Area.TilePosition(1, 2));
    }

    /** A board with eight enrolled participants. */
    public static RecordedBoard withSomePeople() {
        RecordedBoard board = new RecordedBoard();
        board.publication.of(REFERENCES);
        for (int i = 0; i < 4; i++) {
            board.enroll("y" + i, "nham-bien", "2023-05-1" + i);
            board.enroll("l" + i, "chu", "2023-05-1" + i);
        }
        board.publish();
        board.become(new ViewStatus.Live());
        return board;
    }

    /** Enrolls a participant. Visible after {@link #publish}. */
    public void enroll(String participant, String areaId, String day) {
        state(new StatementBuilder().by(participant).in(areaId).on(day));
    }

    /** Adds a statement. Visible after {@link #publish}. */
    public void state(StatementBuilder statement) {
        statements.add(statement
                .event("event-" + statements.size())
                .recordedAt("2023-05-18T01:00:00Z")
                .build());
    }

    /** Publishes a correction from one area to another, or a withdrawal. Figures stay the same. */
    public void correct(String fromArea, String toArea, EnrollmentStatus status) {
        publication.put(
                Topics.CORRECTIONS,
                RecordKeys.participant(campaignId(CAMPAIGN), participantRef("p")),
                new Correction(
                        CAMPAIGN, "p", placement(fromArea, EnrollmentStatus.ENROLLED), placement(toArea, status)));
        show();
    }

    private static Placement placement(String areaId, EnrollmentStatus status) {
        LocalDate day = LocalDate.parse("2023-05-12");
        return new Placement(UUID.randomUUID(), 1L, status, areaId, day, "office", Publication.COMPUTED_AT, 0);
    }

    /** Enrolls a participant in Tân Liễu, then publishes that this commune moved from Lục Ngạn to Yên Dũng. */
    public void move() {
        Area tanLieu = area("tan-lieu", "yen-dung", "commune", "Tân Liễu");
        AreaMove move = new AreaMove(
                areaId("luc-ngan"),
                areaId("yen-dung"),
                Instant.parse("2023-05-17T19:30:00Z"),
                List.of(areaId("bac-giang")));
        enroll("t", "tan-lieu", "2023-05-12");
        publish();
        publication.put(Topics.AREAS, "tan-lieu", ReferenceMapping.toAvro(tanLieu.withMoves(List.of(move))));
        show();
    }

    /** Publishes the rows that changed. */
    public void publish() {
        Rows now = Recount.of(statements, REFERENCES, AsOf.RECORDED);
        Rows before = published;
        now.days().forEach((key, row) -> {
            if (before == null || !row.equals(before.days().get(key))) {
                publication.put(Topics.DAILY_COUNTS, key, RowMapping.toAvro(row, Publication.COMPUTED_AT));
            }
        });
        now.areas().forEach((key, row) -> {
            if (before == null || !row.equals(before.areas().get(key))) {
                publication.put(Topics.AREA_PROGRESS, key, RowMapping.toAvro(row, Publication.COMPUTED_AT));
            }
        });
        now.campaigns()
                .forEach((key, row) -> publication.put(
                        Topics.CAMPAIGN_PROGRESS, key, RowMapping.toAvro(row, Publication.COMPUTED_AT)));
        now.segments().forEach((key, row) -> {
            if (before == null || !row.equals(before.segments().get(key))) {
                publication.put(Topics.SEGMENT_COUNTS, key, RowMapping.toAvro(row, Publication.COMPUTED_AT));
            }
        });
        now.alerts().forEach((key, row) -> {
            if (before == null || !row.equals(before.alerts().get(key))) {
                publication.put(Topics.ALERTS, key, RowMapping.toAvro(row, Publication.COMPUTED_AT));
            }
        });
        published = now;
        show();
    }

    /** Publishes a tombstone for the progress of an area. */
    public void remove(String areaId) {
        publication.put(Topics.AREA_PROGRESS, RecordKeys.area(campaignId(CAMPAIGN), areaId(areaId)), null);
        show();
    }

    /** Recreates all topics and publishes everything again. */
    public void beginAnew() {
        publication.beginAnew();
        publication.of(REFERENCES);
        published = null;
        publish();
    }

    private void show() {
        board = publication.board();
        Changes changes = publication.takeChanges();
        listeners.forEach(listener -> listener.changed(board, changes));
    }

    /** Sets the view status. */
    public void become(ViewStatus next) {
        status = next;
    }

    @Override
    public Board board() {
        return board;
    }

    @Override
    public boolean isComplete() {
        return !(status instanceof ViewStatus.Reading);
    }

    /** Sets the state of the streams application. */
    public void counting(CountingState state) {
        counting = state;
    }

    @Override
    public CountingState counting() {
        return counting;
    }

    @Override
    public ViewStatus status() {
        return status;
    }

    @Override
    public long skipped() {
        return 0;
    }

    @Override
    public void addListener(Listener listener) {
        listeners.add(listener);
    }
}
