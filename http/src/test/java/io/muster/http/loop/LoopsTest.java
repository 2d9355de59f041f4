package io.muster.http.loop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoopsTest {

    private final Loops loops = new Loops();

    @Test
    void shouldRetryAfterAnException() throws Exception {
        SynchronousQueue<Boolean> goesWell = new SynchronousQueue<>();
        Loop loop = loops.start("areas", self -> {
            if (!goesWell.take()) {
                throw new IllegalStateException("no partition");
            }
        });

        goesWell.put(false);
        goesWell.put(false); // taken only after the loop has retried
        assertThat(loops.failing())
                .hasValueSatisfying(trouble -> assertThat(trouble.ofFailure())
                        .isEqualTo("the thread areas failed and will retry: java.lang.IllegalStateException:"
                                + " no partition"));
        goesWell.put(true);
        goesWell.put(true); // taken only after the first has succeeded

        assertThat(loops.failing()).isEmpty();
        assertThat(loops.failures()).isZero();
        assertThat(loops.death()).isEmpty();
        loop.interrupt();
        loop.join();
    }

    @Test
    void shouldReportAThreadThatDied() throws Exception {
        Loop loop = loops.start("areas", self -> {
            throw new NoSuchMethodError("put");
        });
        CountDownLatch told = new CountDownLatch(1);
        loops.onDeath(told::countDown);

        assertThat(loops.awaitDeath().ofDeath()).isEqualTo("the thread areas died: java.lang.NoSuchMethodError: put");
        assertThat(told.await(10, SECONDS)).isTrue();
        loop.join();
        assertThat(loops.failing()).isEmpty();
    }

    @Test
    void shouldContinueIfInterruptedButNotStopped() throws Exception {
        LinkedBlockingQueue<Integer> steps = new LinkedBlockingQueue<>();
        AtomicInteger number = new AtomicInteger();
        Loop loop = loops.start("areas", self -> {
            int now = number.incrementAndGet();
            steps.put(now);
            if (now == 1) {
                Thread.currentThread().interrupt();
            }
            self.pause(Duration.ofMillis(1));
        });

        assertThat(steps.take()).isEqualTo(1);
        assertThat(steps.take()).isEqualTo(2);
        loop.stop();
        loop.join();
    }

    @Test
    void shouldEndWhenItsStepStopsIt() {
        CountDownLatch ended = new CountDownLatch(1);
        Loop loop = loops.start("once", Loop::stop, ended::countDown);

        loop.join();

        assertThat(ended.getCount()).isZero();
        assertThat(loops.death()).isEmpty();
    }

    @Test
    void shouldNotReportAnInterruptedStepAsAFailure() {
        Loop loop = loops.start("waiting", self -> new CountDownLatch(1).await());

        loop.interrupt();
        loop.join();

        assertThat(loops.failing()).isEmpty();
        assertThat(loops.death()).isEmpty();
    }

    @Test
    void shouldIgnoreATaskThatFailsButReportAnError() throws Exception {
        ExecutorService pool = loops.pool("sender", 1);
        CountDownLatch next = new CountDownLatch(1);
        pool.execute(() -> {
            throw new IllegalStateException("this one");
        });
        pool.execute(next::countDown);

        assertThat(next.await(10, SECONDS)).isTrue();
        assertThat(loops.death()).isEmpty();
        pool.execute(() -> {
            throw new StackOverflowError();
        });
        assertThat(loops.awaitDeath().thread()).startsWith("sender-");
        pool.shutdownNow();
    }
}
