package io.muster.streams.simulator.schedule;

import io.muster.domain.statement.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * One step of a schedule. The kind defines the meaning of the numbers; "which" selects one of the running instances of
 * both applications. A step that is impossible at its time is skipped, so any subset of the steps is a valid schedule.
 */
public record Step(Kind kind, int a, int b, int c) {

    /** The kinds of steps. */
    public enum Kind {
        /** A statement arrives: which, how many partitions away from its own. */
        SEND,
        /** An invalid record arrives: based on which statement, which kind. */
        SEND_INVALID,
        /** Bulk statements arrive: from which, how many. */
        SEND_BULK,
        /** An unusual record arrives: based on which statement, which kind. */
        SEND_UNUSUAL,
        /** A definition is published: which. */
        DEFINE,
        /** An instance processes records: which, which of its tasks, how many. */
        PROCESS,
        /** An instance reads definitions: which, topic, how many. */
        READ_DEFINITIONS,
        /** An instance calls its due punctuators: which. */
        PUNCTUATE,
        /** An instance commits: which. */
        COMMIT,
        /** An instance starts: slot, seconds by which its clock is ahead. */
        START,
        /** An instance stops cleanly: which. */
        STOP,
        /** An instance is killed: which. */
        KILL,
        /** An instance is killed during a commit: which, how far the commit gets. */
        KILL_IN_COMMIT,
        /** The session of a killed or hanging instance expires: slot. */
        EXPIRE,
        /** The open transaction of a killed instance times out: slot. */
        ABORT_DANGLING,
        /** A commit fails or state is corrupted: which. The tasks restart from their committed offsets. */
        REVIVE,
        /** A task moves to another instance: task, which. */
        MOVE,
        /** Time passes: milliseconds. */
        ADVANCE,
        /** A partition is compacted: topic, partition. */
        COMPACT,
        /** Counted statements are deleted: partition. */
        DELETE,
        /** Transaction markers are delayed, or written at once again: 1 or 0. */
        DELAY_MARKERS,
        /** A delayed transaction marker is written: which transaction, which partition or group. */
        WRITE_MARKER,
        /** The registry becomes unavailable, or available again: 1 or 0. */
        REGISTRY_OUTAGE,
        /** Starting tasks see no committed offsets, or see them again: 1 or 0. */
        HIDE_OFFSETS,
        /** The successor polls the progress of the predecessor. */
        POLL_PREDECESSOR
    }

    /** The first slot of the successor. */
    public static final int SUCCESSOR = 8;

    /** A description of the step, which follows the name of the instance that takes it, if any. */
    public String describe(Setup setup) {
        return switch (kind) {
            case SEND ->
                "statement %d arrives%s: %s"
                        .formatted(
                                a,
                                b == 0 ? "" : " " + b + " partitions away",
                                brief(setup.arrivals().get(a)));
            case SEND_INVALID -> "an invalid record arrives";
            case SEND_BULK -> b + " bulk statements arrive, from statement " + a + " on";
            case SEND_UNUSUAL -> "an unusual record arrives, of kind " + b;
            case DEFINE -> "published: " + setup.definitions().get(a);
            case PROCESS -> "processes up to " + c + " records of a task";
            case READ_DEFINITIONS -> "reads up to " + c + " definitions";
            case PUNCTUATE -> "calls its due punctuators";
            case COMMIT -> "commits";
            case START -> "starts" + (b == 0 ? "" : ", its clock " + b + " s ahead");
            case STOP -> "stops cleanly";
            case KILL -> "is killed";
            case KILL_IN_COMMIT ->
                "is killed in a commit, "
                        + List.of("before it sends offsets", "after it sent offsets", "after the commit is decided")
                                .get(b);
            case EXPIRE -> "loses its session";
            case ABORT_DANGLING -> "has its open transaction aborted";
            case REVIVE -> "fails to commit and restarts from the committed offsets";
            case MOVE -> "gets task " + a + " from another";
            case ADVANCE -> Duration.ofMillis(a).toString().substring(2).toLowerCase(Locale.ROOT) + " pass";
            case COMPACT -> "a topic is compacted";
            case DELETE -> "counted statements of partition " + a + " are deleted";
            case DELAY_MARKERS ->
                a == 1 ? "transaction markers are delayed" : "transaction markers are no longer delayed";
            case WRITE_MARKER -> "a transaction marker is written";
            case REGISTRY_OUTAGE -> a == 1 ? "the registry becomes unavailable" : "the registry is available again";
            case HIDE_OFFSETS ->
                a == 1 ? "the coordinator hides committed offsets" : "the coordinator shows committed offsets again";
            case POLL_PREDECESSOR -> "the successor polls the predecessor";
        };
    }

    private static String brief(Statement s) {
        return "%s:%s %s %s %s, version %d"
                .formatted(s.campaignId(), s.participantRef(), s.status(), s.areaId(), s.enrolledOn(), s.version());
    }
}
