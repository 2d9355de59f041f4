package io.muster.streams.simulator.schedule;

import io.muster.streams.simulator.schedule.Step.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Generates schedules from seeds. */
public final class Schedules {

    private static final int SLOTS = 3;
    private static final int SUCCESSOR_SLOTS = 2;
    private static final int MOST_TASKS = 6;
    private static final int HOUR = 3_600_000;

    private static final int TURNS_OF_A_TAKEOVER = 5;

    /** One in this many schedules has the rare kinds of steps. */
    private static final int RARE = 3;

    /** One in this many of those has bulk statements. */
    private static final int BULKS = 8;

    /** In one of five schedules, the coordinator hides committed offsets for a while. */
    private static final int HIDES_OFFSETS = 5;

    private Schedules() {}

    /** The schedule of a seed. */
    public static Schedule of(long seed) {
        Random random = new Random(seed);
        Setup setup = Setup.of(random);
        if (hasRareKinds(seed) && random.nextInt(BULKS) == 0) {
            setup = setup.withBulk(random);
        }
        List<Step> steps = new Writer(setup, random, hasRareKinds(seed)).write();
        if (Math.floorMod(seed, HIDES_OFFSETS) == 2) {
            hideOffsets(steps, new Random(~seed));
        }
        return new Schedule(seed, setup, steps);
    }

    /** Lets tasks start while the coordinator hides committed offsets. */
    private static void hideOffsets(List<Step> steps, Random random) {
        int at = random.nextInt(steps.size() + 1);
        int slot = random.nextInt(SLOTS);
        List<Step> begin = random.nextBoolean()
                ? List.of(new Step(Kind.KILL, slot, 0, 0), new Step(Kind.START, slot, 0, 0))
                : List.of(new Step(Kind.REVIVE, slot, 0, 0));
        List<Step> hiding = new ArrayList<>();
        hiding.add(new Step(Kind.HIDE_OFFSETS, 1, 0, 0));
        hiding.addAll(begin);
        hiding.add(new Step(Kind.ADVANCE, 20, 0, 0));
        hiding.add(new Step(Kind.PUNCTUATE, slot, 0, 0));
        hiding.add(new Step(Kind.HIDE_OFFSETS, 0, 0, 0));
        steps.addAll(at, hiding);
    }

    /** Whether the schedule of a seed has the rare kinds of steps. */
    private static boolean hasRareKinds(long seed) {
        return Math.floorMod(seed, RARE) == RARE - 1;
    }

    /** Generates one schedule: mostly work, with a random share of faults. */
    private static final class Writer {
        private final Setup setup;
        private final Random random;
        private final List<Step> steps = new ArrayList<>();
        private final int faults;
        private final boolean hasSuccessor;
        private final boolean hasRareKinds;
        private int bulkSent;
        private int sent;
        private int defined;

        Writer(Setup setup, Random random, boolean hasRareKinds) {
            this.setup = setup;
            this.random = random;
            this.hasRareKinds = hasRareKinds;
            this.faults = 2 + random.nextInt(30);
            this.hasSuccessor = random.nextInt(3) == 0;
        }

        List<Step> write() {
            add(Kind.START, 0, skew(), 0);
            int length = 60 + random.nextInt(140);
            for (int i = 0; i < length; i++) {
                if (hasRareKinds && random.nextInt(12) == 0) {
                    rare();
                } else if (random.nextInt(100) < faults) {
                    fault();
                } else {
                    work();
                }
            }
            while (bulkSent < setup.bulk().size()) {
                bulk();
            }
            while (sent < setup.arrivals().size() && random.nextInt(10) > 0) {
                send();
            }
            return steps;
        }

        private void work() {
            switch (random.nextInt(12)) {
                case 0, 1 -> send();
                case 2 -> define();
                case 3, 4, 5 -> add(Kind.PROCESS, which(), random.nextInt(MOST_TASKS), 1 + random.nextInt(8));
                case 6 -> add(Kind.READ_DEFINITIONS, which(), random.nextInt(4), 1 + random.nextInt(5));
                case 7, 8 -> {
                    add(Kind.ADVANCE, 20 + random.nextInt(200), 0, 0);
                    add(Kind.PUNCTUATE, which(), 0, 0);
                }
                case 9 -> {
                    add(Kind.ADVANCE, 11_000, 0, 0);
                    add(Kind.PUNCTUATE, which(), 0, 0);
                }
                case 10 -> add(Kind.COMMIT, which(), 0, 0);
                default -> {
                    if (hasSuccessor) {
                        add(Kind.POLL_PREDECESSOR, 0, 0, 0);
                    }
                    add(Kind.WRITE_MARKER, random.nextInt(8), random.nextInt(8), 0);
                }
            }
        }

        private void fault() {
            switch (random.nextInt(20)) {
                case 0, 1 -> add(Kind.START, slot(), skew(), 0);
                case 2 -> add(Kind.STOP, which(), 0, 0);
                case 3, 4 -> add(Kind.KILL, which(), 0, 0);
                case 5, 6 -> add(Kind.KILL_IN_COMMIT, which(), random.nextInt(3), 0);
                case 7, 8 -> add(Kind.EXPIRE, slot(), 0, 0);
                case 9 -> add(Kind.ABORT_DANGLING, slot(), 0, 0);
                case 10, 11 -> add(Kind.MOVE, random.nextInt(MOST_TASKS), which(), 0);
                case 12, 13 ->
                    add(
                            Kind.COMPACT,
                            random.nextBoolean() ? random.nextInt(2) : random.nextInt(8),
                            random.nextInt(3),
                            0);
                case 18, 19 -> {
                    int slot = slot();
                    add(Kind.KILL, slot, 0, 0);
                    add(Kind.START, slot, skew(), 0);
                    add(Kind.ADVANCE, 20, 0, 0);
                    add(Kind.PUNCTUATE, slot, 0, 0);
                }
                case 14 -> add(Kind.ADVANCE, HOUR * (1 + random.nextInt(10)), 0, 0);
                case 15 -> add(Kind.DELETE, random.nextInt(3), 0, 0);
                case 16 -> add(Kind.DELAY_MARKERS, random.nextInt(2), 0, 0);
                default -> {
                    if (random.nextBoolean()) {
                        add(Kind.SEND_INVALID, random.nextInt(64), random.nextInt(16), 0);
                    } else {
                        add(Kind.REGISTRY_OUTAGE, random.nextInt(2), 0, 0);
                    }
                }
            }
        }

        /** Nothing runs for days, so that everything old enough is compacted. */
        private void outage() {
            for (int i = 0; i < SLOTS + SUCCESSOR_SLOTS; i++) {
                add(Kind.KILL, i, 0, 0);
            }
            add(Kind.ADVANCE, HOUR * (20 + random.nextInt(60)), 0, 0);
            for (int cells = 0; cells < 2; cells++) {
                for (int partition = 0; partition < 3; partition++) {
                    add(Kind.COMPACT, cells, partition, 0);
                }
            }
            add(Kind.START, slot(), skew(), 0);
            add(Kind.ADVANCE, 20, 0, 0);
            add(Kind.PUNCTUATE, which(), 0, 0);
        }

        private void rare() {
            if (hasSuccessor && random.nextInt(4) == 0) {
                takeover();
                return;
            }
            switch (random.nextInt(setup.bulk().isEmpty() ? 6 : 9)) {
                case 0, 1 -> add(Kind.REVIVE, which(), 0, 0);
                case 2 -> add(Kind.SEND_UNUSUAL, random.nextInt(64), random.nextInt(16), 0);
                case 3 -> {
                    add(Kind.START, random.nextInt(SLOTS), skew(), 0);
                    add(Kind.MOVE, random.nextInt(MOST_TASKS), which(), 0);
                    add(Kind.MOVE, random.nextInt(MOST_TASKS), which(), 0);
                }
                case 4 -> add(Kind.PROCESS, which(), random.nextInt(MOST_TASKS), 100);
                case 5 -> outage();
                default -> bulk();
            }
        }

        /** The first application ends, definitions change, and the successor catches up. */
        private void takeover() {
            for (int slot = 0; slot < SLOTS; slot++) {
                add(Kind.KILL, 0, 0, 0); // running instances of the first application are listed first
                add(Kind.EXPIRE, slot, 0, 0);
                add(Kind.ABORT_DANGLING, slot, 0, 0);
            }
            define();
            define();
            define();
            add(Kind.START, Step.SUCCESSOR, skew(), 0);
            for (int turn = 0; turn < TURNS_OF_A_TAKEOVER; turn++) {
                add(Kind.POLL_PREDECESSOR, 0, 0, 0);
                for (int task = 0; task < 2 * setup.partitions(); task++) {
                    add(Kind.PROCESS, 0, task, 100);
                }
                add(Kind.ADVANCE, 11_000, 0, 0);
                add(Kind.PUNCTUATE, 0, 0, 0);
                add(Kind.COMMIT, 0, 0, 0);
            }
        }

        private void bulk() {
            int size = Math.min(200 + random.nextInt(400), setup.bulk().size() - bulkSent);
            if (size > 0) {
                add(Kind.SEND_BULK, bulkSent, size, 0);
                bulkSent += size;
            }
            add(Kind.PROCESS, which(), 0, 400);
            add(Kind.COMMIT, which(), 0, 0);
        }

        private void send() {
            if (sent < setup.arrivals().size()) {
                add(Kind.SEND, sent++, random.nextInt(6) == 0 ? 1 + random.nextInt(2) : 0, 0);
            }
        }

        private void define() {
            for (int i = random.nextInt(6);
                    i >= 0 && defined < setup.definitions().size();
                    i--) {
                add(Kind.DEFINE, defined++, 0, 0);
            }
        }

        private int slot() {
            return hasSuccessor && random.nextInt(3) == 0
                    ? Step.SUCCESSOR + random.nextInt(SUCCESSOR_SLOTS)
                    : random.nextInt(SLOTS);
        }

        private int which() {
            return random.nextInt(SLOTS + SUCCESSOR_SLOTS);
        }

        /** Usually 0, otherwise up to an hour in either direction. */
        private int skew() {
            return random.nextInt(4) == 0 ? random.nextInt(7_200) - 3_600 : 0;
        }

        private void add(Kind kind, int a, int b, int c) {
            steps.add(new Step(kind, a, b, c));
        }
    }
}
