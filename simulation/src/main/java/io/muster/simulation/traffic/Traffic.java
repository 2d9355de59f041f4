package io.muster.simulation.traffic;

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
 * Yields the statements of a plan in the order in which they come in, and keeps count of what they come to. Memory does not grow
 * with the number of statements. Not safe for use by more than one thread.
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
    private final Dice dice;
    private final Crowd crowd;
    private final Timeline timeline;
    private final String[] campaignIds;
    private final String[] communeIds;
    private final String[] offices;
    private final @Nullable Statement[] sent = new @Nullable Statement[REMEMBERED];
    private final Enrolled enrolled = new Enrolled();
    private final Cells enrolledCells;
    private final Cells withdrawnCells;
    private long yielded;
    private long participants;
    private long duplicates;
    private long withdrawals;
    private long moves;

    /** Starts at the first statement of the plan. */
    public Traffic(TrafficPlan plan) {
        this.plan = plan;
        this.duplicatesEnd = plan.shares().duplicates();
        this.withdrawalsEnd = duplicatesEnd + plan.shares().withdrawals();
        this.movesEnd = withdrawalsEnd + plan.shares().moves();
        this.dice = new Dice(plan.seed());
        this.crowd = new Crowd(dice);
        this.timeline = new Timeline(plan.span());
        this.campaignIds = ids(plan.campaigns(), plan::campaignId);
        this.communeIds = ids(plan.areas(), TrafficTree::communeId);
        this.offices =
                ids(plan.areas(), commune -> "office." + TrafficTree.districtId(TrafficTree.districtOf(commune)));
        this.enrolledCells = new Cells(plan);
        this.withdrawnCells = new Cells(plan);
    }

    private static String[] ids(int number, IntFunction<String> id) {
        return IntStream.range(0, number).mapToObj(id).toArray(String[]::new);
    }

    @Override
    public boolean hasNext() {
        return yielded < plan.statements();
    }

    @Override
    public Statement next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the plan has " + plan.statements() + " statements");
        }
        timeline.advanceTo((double) (yielded + 1) / plan.statements());
        Statement statement = draw(dice.share());
        sent[(int) (yielded % REMEMBERED)] = statement;
        yielded++;
        return statement;
    }

    /** What the statements yielded so far come to. */
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
            Statement again = yielded == 0 ? null : sent[dice.below((int) Math.min(yielded, REMEMBERED))];
            if (again != null) {
                duplicates++;
                return again;
            }
        } else if (share < movesEnd && !enrolled.isEmpty()) {
            Enrolled.Member member = enrolled.remove(dice);
            enrolledCells.add(member.campaign(), member.commune(), member.day(), -1);
            return share < withdrawalsEnd ? withdraw(member) : move(member);
        }
        return enroll();
    }

    private Statement enroll() {
        participants++;
        int campaign = dice.below(campaignIds.length);
        int commune = dice.below(communeIds.length);
        int day = timeline.today();
        long at = timeline.justNow(dice);
        if (day > 0 && dice.share() < LATE) {
            day = Math.max(0, day - 1 - dice.below(LATE_DAYS));
            at = timeline.momentOf(day, dice);
        }
        String ref = dice.hex();
        long version = timeline.now() * MICROS_PER_MILLI;
        Segments segments = crowd.somebody(dice);
        return count(
                campaign, commune, day, state(campaign, ref, version, Status.ENROLLED, commune, day, at, segments));
    }

    private Statement move(Enrolled.Member member) {
        moves++;
        Statement before = member.winning();
        int commune = (member.commune() + 1 + dice.below(communeIds.length - 1)) % communeIds.length;
        int day = member.day();
        long at = before.enrolledAt().toEpochMilli();
        if (dice.share() < ALSO_ANOTHER_DAY) {
            day = dice.below(timeline.today() + 1);
            at = timeline.momentOf(day, dice);
        }
        return count(member.campaign(), commune, day, follow(member, Status.ENROLLED, commune, day, at));
    }

    private Statement withdraw(Enrolled.Member member) {
        withdrawals++;
        int day = timeline.today();
        withdrawnCells.add(member.campaign(), member.commune(), day, 1);
        return follow(member, Status.WITHDRAWN, member.commune(), day, timeline.now());
    }

    private Statement count(int campaign, int commune, int day, Statement statement) {
        enrolledCells.add(campaign, commune, day, 1);
        enrolled.add(new Enrolled.Member(statement, campaign, commune, day));
        return statement;
    }

    private Statement follow(Enrolled.Member member, Status status, int commune, int day, long at) {
        Statement before = member.winning();
        long version = Math.max(before.version() + 1, timeline.now() * MICROS_PER_MILLI);
        return state(member.campaign(), before.participantRef(), version, status, commune, day, at, before.segments());
    }

    private Statement state(
            int campaign,
            String participantRef,
            long version,
            Status status,
            int commune,
            int day,
            long enrolledAt,
            Segments segments) {
        return new Statement(
                dice.uuid(),
                campaignIds[campaign],
                participantRef,
                version,
                status,
                communeIds[commune],
                timeline.day(day),
                Instant.ofEpochMilli(enrolledAt),
                Instant.ofEpochMilli(timeline.now()),
                offices[commune],
                segments);
    }
}
