package io.muster.e2e.chaos;

import static org.awaitility.Awaitility.await;

import io.muster.e2e.process.ShortSessions;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Random;

/** A fault applied to the installation. Each restarts what it killed. */
enum Fault {
    KILL_INSTANCE {
        @Override
        void inject(Installation at, Random random) throws Exception {
            at.fleet().crash(at.anyInstance(random));
        }
    },
    /** Kills an instance between changing a subtotal and flushing it. */
    KILL_INSTANCE_WITH_BACKLOG {
        @Override
        void inject(Installation at, Random random) throws Exception {
            int victim = await().atMost(BACKLOG_LIMIT)
                    .pollInterval(Duration.ofMillis(2))
                    .pollDelay(Duration.ZERO)
                    .until(() -> at.fleet().withBacklog(), OptionalInt::isPresent)
                    .getAsInt();
            at.fleet().crash(victim);
        }
    },
    LOSE_STATE {
        @Override
        void inject(Installation at, Random random) throws Exception {
            int victim = at.anyInstance(random);
            at.fleet().kill(victim);
            at.fleet().loseState(victim);
            at.fleet().startAgain(victim);
        }
    },
    /** A zombie: when it resumes, its tasks belong to others and its transaction was aborted. */
    SUSPEND_INSTANCE {
        @Override
        void inject(Installation at, Random random) throws Exception {
            var zombie = at.fleet().instance(at.anyInstance(random)).process();
            zombie.suspend();
            try {
                Thread.sleep(
                        ShortSessions.SESSION.plus(ShortSessions.TRANSACTION).toMillis());
            } finally {
                zombie.resume();
            }
        }
    },
    ADD_AND_REMOVE_INSTANCE {
        @Override
        void inject(Installation at, Random random) throws Exception {
            at.fleet().add();
            at.fleet().awaitReady();
            at.fleet().remove(at.anyInstance(random));
        }
    },
    ROLLING_RESTART {
        @Override
        void inject(Installation at, Random random) throws Exception {
            for (int i = 0; i < at.fleet().size(); i++) {
                at.fleet().restart(i);
                at.fleet().awaitReady();
            }
        }
    },
    KILL_BROKER {
        @Override
        void inject(Installation at, Random random) throws Exception {
            restartAfterAWhile(at, random.nextInt(Brokers.COUNT), random);
        }
    },
    /** When it resumes, it still considers itself leader of partitions that other brokers have taken over. */
    SUSPEND_BROKER {
        @Override
        void inject(Installation at, Random random) throws Exception {
            int broker = random.nextInt(Brokers.COUNT);
            at.brokers().suspend(broker);
            try {
                Thread.sleep(SHORTEST_STANDSTILL_MILLIS + random.nextInt(LONGEST_BROKER_OUTAGE_MILLIS));
            } finally {
                at.brokers().resume(broker);
            }
            at.brokers().awaitComplete();
        }
    },
    /** Delays some of these requests until the client has retried and begun its next transaction. */
    DELAY_END_OF_TRANSACTION {
        @Override
        void inject(Installation at, Random random) throws Exception {
            EndOfTransactionDelay delay = at.brokers().delay();
            int before = delay.held();
            delay.begin(random.nextLong());
            Thread.sleep(DELAYS_MILLIS);
            delay.end();
            await().atMost(DELAYS_LIMIT).until(() -> !delay.isAnyWaiting());
            if (delay.held() == before) {
                throw new AssertionError("no request that ends a transaction arrived");
            }
        }
    },
    KILL_LEADING_CONTROLLER {
        @Override
        void inject(Installation at, Random random) throws Exception {
            restartAfterAWhile(at, at.brokers().controller(), random);
        }
    },
    /** Also kills an instance, whose restart has to wait for the transaction. */
    REGISTRY_DOWN {
        @Override
        void inject(Installation at, Random random) throws Exception {
            at.registry().kill();
            int victim = at.anyInstance(random);
            at.fleet().kill(victim);
            Thread.sleep(at.registryOutage().toMillis());
            at.registry().start();
            at.fleet().startAgain(victim);
        }
    };

    private static final Duration BACKLOG_LIMIT = Duration.ofSeconds(30);
    private static final int LONGEST_BROKER_OUTAGE_MILLIS = 8_000;
    private static final int SHORTEST_STANDSTILL_MILLIS = 2_000;
    private static final int DELAYS_MILLIS = 12_000;
    private static final Duration DELAYS_LIMIT = Duration.ofSeconds(30);

    abstract void inject(Installation at, Random random) throws Exception;

    private static void restartAfterAWhile(Installation at, int broker, Random random) throws Exception {
        at.brokers().kill(broker);
        Thread.sleep(random.nextInt(LONGEST_BROKER_OUTAGE_MILLIS));
        at.brokers().startAgain(broker);
        at.brokers().awaitComplete();
    }
}
