package io.muster.simulation.traffic;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Generates the statements of a plan in order of arrival, and tracks the expected totals. Memory does not grow with
 * the number of statements. Not thread-safe.
 */
public final class Traffic implements Iterator<Statement> {

    private static final int REMEMBERED = 1 << 12;
    private static final long MICROS_PER_MILLI = 1_000;
    private static final double LATE = 0.06;
    private static final int LATE_DAYS = 3;
    private static final double ALSO_ANOTHER_DAY = 0.25;

    private final TrafficPlan plan;
    private final double duplicatesEnd;
    private final double withdrawalsEnd;
    private final double movesEnd;
    private final FastRandom random;
    private final SegmentsTable segmentsTable;
    private final Timeline timeline;
    private final CampaignId[] campaignIds;
    private final AreaId[] communeIds;
    private final String[] offices;
    private final @Nullable Statement[] sent = new @Nullable Statement[REMEMBERED];
    private final RecentParticipants enrolled = new RecentParticipants();
    private final CellCounts enrolledCells;
    private final CellCounts withdrawnCells;
    private long yielded;
    private long participants;
    private long duplicates;
    private long withdrawals;
    private long moves;

    /** Starts with the first statement of the plan. */
    public Traffic(TrafficPlan plan) {
        this.plan = plan;
        this.duplicatesEnd = plan.shares().duplicates();
        this.withdrawalsEnd = duplicatesEnd + plan.shares().withdrawals();
        this.movesEnd = withdrawalsEnd + plan.shares().moves();
        this.random = new FastRandom(plan.seed());
        this.segmentsTable = new SegmentsTable(random);
        this.timeline = new Timeline(plan.span());
        this.campaignIds = ids(plan.campaigns(), plan::campaignId, CampaignId[]::new);
        this.communeIds = ids(plan.areas(), TrafficTree::communeId, AreaId[]::new);
        this.offices = ids(
                plan.areas(),
                commune -> "office." + TrafficTree.districtId(TrafficTree.districtOf(commune)),
                String[]::new);
        this.enrolledCells = new CellCounts(plan);
        this.withdrawnCells = new CellCounts(plan);
    }

    private static <T> T[] ids(int number, IntFunction<T> id, IntFunction<T[]> array) {
        return IntStream.range(0, number).mapToObj(id).toArray(array);
    }

    @Override
    public boolean hasNext() {
        return yielded < plan.statements();
    }

    @Override
    public Statement next() {
        if (!hasNext()) {
            throw new NoSuchElementException(
                    "all statements of the plan have been generated: " + plan.statements() + " statements");
        }
        timeline.advanceTo((double) (yielded + 1) / plan.statements());
        Statement statement = draw(random.share());
        sent[(int) (yielded % REMEMBERED)] = statement;
        yielded++;
        return statement;
    }

    /** Expected totals of the statements generated so far. */
    public ExpectedTotals expected() {
        return new ExpectedTotals(
                yielded,
                participants,
                duplicates,
                withdrawals,
                moves,
                ExpectedTotals.campaigns(plan, enrolledCells, withdrawnCells));
    }

    private Statement draw(double share) {
        if (share < duplicatesEnd) {
            Statement again = yielded == 0 ? null : sent[random.below((int) Math.min(yielded, REMEMBERED))];
            if (again != null) {
                duplicates++;
                return again;
            }
        } else if (share < movesEnd && !enrolled.isEmpty()) {
            RecentParticipants.Member member = enrolled.remove(random);
            enrolledCells.add(member.campaign(), member.commune(), member.day(), -1);
            return share < withdrawalsEnd ? withdraw(member) : move(member);
        }
        return enroll();
    }

    private Statement enroll() {
        participants++;
        int campaign = random.below(campaignIds.length);
        int commune = random.below(communeIds.length);
        int day = timeline.today();
        long at = timeline.justNow(random);
        if (day > 0 && random.share() < LATE) {
            day = Math.max(0, day - 1 - random.below(LATE_DAYS));
            at = timeline.momentOf(day, random);
        }
        ParticipantRef ref = new ParticipantRef(random.hex());
        long version = timeline.now() * MICROS_PER_MILLI;
        Segments segments = segmentsTable.draw(random);
        return count(
                campaign, commune, day, state(campaign, ref, version, Status.ENROLLED, commune, day, at, segments));
    }

    private Statement move(RecentParticipants.Member member) {
        moves++;
        Statement before = member.winning();
        int commune = (member.commune() + 1 + random.below(communeIds.length - 1)) % communeIds.length;
        int day = member.day();
        long at = before.enrolledAt().toEpochMilli();
        if (random.share() < ALSO_ANOTHER_DAY) {
            day = random.below(timeline.today() + 1);
            at = timeline.momentOf(day, random);
        }
        return count(member.campaign(), commune, day, follow(member, Status.ENROLLED, commune, day, at));
    }

    private Statement withdraw(RecentParticipants.Member member) {
        withdrawals++;
        int day = timeline.today();
        withdrawnCells.add(member.campaign(), member.commune(), day, 1);
        return follow(member, Status.WITHDRAWN, member.commune(), day, timeline.now());
    }

    private Statement count(int campaign, int commune, int day, Statement statement) {
        enrolledCells.add(campaign, commune, day, 1);
        enrolled.add(new RecentParticipants.Member(statement, campaign, commune, day));
        return statement;
    }

    private Statement follow(RecentParticipants.Member member, Status status, int commune, int day, long at) {
        Statement before = member.winning();
        long version = Math.max(before.version() + 1, timeline.now() * MICROS_PER_MILLI);
        return state(member.campaign(), before.participantRef(), version, status, commune, day, at, before.segments());
    }

    private Statement state(
            int campaign,
            ParticipantRef participantRef,
            long version,
            Status status,
            int commune,
            int day,
            long enrolledAt,
            Segments segments) {
        return new Statement(
                random.uuid(),
                new Statement.Subject(campaignIds[campaign], participantRef),
                version,
                status,
                communeIds[commune],
                new Statement.Times(
                        timeline.day(day), Instant.ofEpochMilli(enrolledAt), Instant.ofEpochMilli(timeline.now())),
                offices[commune],
                segments);
    }
}
