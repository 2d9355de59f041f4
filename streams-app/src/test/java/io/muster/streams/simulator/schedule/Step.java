package io.muster.streams.simulator.schedule;

import io.muster.domain.statement.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * One thing that happens. What its numbers mean says its kind; "which" counts the instances that run, of both applications. A step that cannot be done is left out, so that any steps of a schedule are a
 * schedule.
 */
public record Step(Kind kind, int a, int b, int c) {

    /** What can happen. */
    public enum Kind {
        /** A statement arrives: which, how many partitions from home. */
        SEND,
        /** A record with a flaw arrives: made of which statement, which flaw. */
        SEND_FLAWED,
        /** Statements of the crowd arrive: from which, how many. */
        SEND_CROWD,
        /** An odd record arrives: of which statement, how odd. */
        SEND_ODD,
        /** A definition is published: which. */
        DEFINE,
        /** An instance processes records: which, which of its tasks, how many. */
        PROCESS,
        /** An instance reads definitions: which, topic, how many. */
        REFER,
        /** An instance calls what is due: which. */
        PUNCTUATE,
        /** An instance commits: which. */
        COMMIT,
        /** An instance is started: slot, seconds by which its clock is ahead. */
        START,
        /** An instance stops in order: which. */
        STOP,
        /** An instance is killed: which. */
        KILL,
        /** An instance is killed while it commits: which, how far the commit comes. */
        KILL_IN_COMMIT,
        /** The session of an instance is over, whether it was killed or hangs: slot. */
        EXPIRE,
        /** The transaction that a killed instance left open is aborted: slot. */
        ABORT_LEFT,
        /** An instance has a commit fail, or its state corrupted: which. Its tasks begin again with what is committed. */
        REVIVE,
        /** A task moves to another instance: task, which. */
        MOVE,
        /** Time goes by: milliseconds. */
        ADVANCE,
        /** A partition is compacted: topic, partition. */
        COMPACT,
        /** Counted statements are deleted: partition. */
        DELETE,
        /** From now on, readers learn later that a transaction is decided; or at once again: 1 or 0. */
        DELAY_MARKERS,
        /** A reader learns that a transaction is decided: which transaction, which reader. */
        MARK,
        /** The registry goes away, or comes back: 1 or 0. */
        REGISTRY,
        /** Those who begin tasks are told that nothing is committed; or the truth again: 1 or 0. */
        FORGET,
        /** The application that succeeds looks how far the other is. */
        LOOK
    }

    /** A slot from here on is one of the application that succeeds. */
    public static final int SUCCESSOR = 8;

    /** What is done, to be read after the name of the instance that does it, if one does. */
    public String told(Setup setup) {
        return switch (kind) {
            case SEND ->
                "statement %d arrives%s: %s"
                        .formatted(
                                a,
                                b == 0 ? "" : " " + b + " partitions from home",
                                brief(setup.arrivals().get(a)));
            case SEND_FLAWED -> "a record arrives that has to be refused";
            case SEND_CROWD -> b + " statements of a crowd arrive, from statement " + a + " on";
            case SEND_ODD -> "an odd record arrives, of kind " + b;
            case DEFINE -> "published: " + setup.definitions().get(a);
            case PROCESS -> "processes up to " + c + " records of a task";
            case REFER -> "reads up to " + c + " definitions";
            case PUNCTUATE -> "does what is due";
            case COMMIT -> "commits";
            case START -> "starts" + (b == 0 ? "" : ", its clock " + b + " s ahead");
            case STOP -> "stops in order";
            case KILL -> "is killed";
            case KILL_IN_COMMIT ->
                "is killed in a commit, "
                        + List.of("before it sends offsets", "after it sent offsets", "after the commit is decided")
                                .get(b);
            case EXPIRE -> "has its session expire";
            case ABORT_LEFT -> "has the transaction aborted that it left open";
            case REVIVE -> "fails to commit, and begins again with what is committed";
            case MOVE -> "gets task " + a + " from another";
            case ADVANCE -> Duration.ofMillis(a).toString().substring(2).toLowerCase(Locale.ROOT) + " go by";
            case COMPACT -> "a topic is compacted";
            case DELETE -> "counted statements of partition " + a + " are deleted";
            case DELAY_MARKERS -> a == 1 ? "readers learn of decisions later" : "readers learn of decisions at once";
            case MARK -> "one reader learns of a decision";
            case REGISTRY -> a == 1 ? "the registry goes away" : "the registry comes back";
            case FORGET -> a == 1 ? "the coordinator says that nothing is committed" : "the coordinator knows again";
            case LOOK -> "the one that succeeds looks how far the other is";
        };
    }

    private static String brief(Statement s) {
        return "%s:%s %s %s %s, version %d"
                .formatted(s.campaignId(), s.participantRef(), s.status(), s.areaId(), s.enrolledOn(), s.version());
    }
}
