package io.muster.streams.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.muster.http.loop.Loop;
import io.muster.http.loop.Loops;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks now and then who is there: brokers, for whom Kafka's own clients wait without an end and without a sign, and the instances that
 * share the work.
 */
final class ClusterWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterWatch.class);
    private static final Duration ASK_EVERY = Duration.ofSeconds(2);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    /** Kafka Streams makes every thread of an instance a member of its own, with the instance's name and a number. */
    private static final Pattern THREAD = Pattern.compile("-\\d+$");

    private final Admin admin;
    private final String applicationId;
    private final Loop loop;
    private volatile int brokers;
    private volatile int instances;

    private ClusterWatch(Admin admin, String applicationId, MeterRegistry meters, Loops loops) {
        this.admin = admin;
        this.applicationId = applicationId;
        Gauge.builder("muster.brokers", this, self -> self.brokers)
                .description("Brokers of the cluster, as it says; 0 while none answers")
                .register(meters);
        Gauge.builder("muster.instances", this, self -> self.instances)
                .description(
                        "Instances that share the work of this application; one that has gone is counted until its session is over")
                .register(meters);
        brokers = 1; // who starts has just been answered
        loop = loops.start("muster-cluster-watch", this::ask, () -> admin.close(Duration.ZERO));
    }

    /**
     * Starts to ask.
     *
     * @param admin is closed with this
     * @param loops the threads of the service
     */
    static ClusterWatch start(Admin admin, String applicationId, MeterRegistry meters, Loops loops) {
        return new ClusterWatch(admin, applicationId, meters, loops);
    }

    /** Whether any broker answered when it was last asked. */
    boolean isAnswered() {
        return brokers > 0;
    }

    private void ask(Loop self) throws InterruptedException {
        askForBrokers();
        askForInstances();
        self.pause(ASK_EVERY);
    }

    private void askForBrokers() throws InterruptedException {
        boolean wasAnswered = isAnswered();
        try {
            DescribeClusterOptions soon = new DescribeClusterOptions().timeoutMs((int) ANSWER_WITHIN.toMillis());
            brokers = admin.describeCluster(soon).nodes().get().size();
            if (!wasAnswered) {
                LOG.info("Brokers answer again");
            }
        } catch (ExecutionException | KafkaException e) {
            brokers = 0;
            if (wasAnswered) {
                LOG.warn("No broker answers; counting goes on when one does: {}", e.getMessage());
            }
        }
    }

    private void askForInstances() throws InterruptedException {
        try {
            DescribeConsumerGroupsOptions soon =
                    new DescribeConsumerGroupsOptions().timeoutMs((int) ANSWER_WITHIN.toMillis());
            instances =
                    instances(admin.describeConsumerGroups(List.of(applicationId), soon).all().get().values().stream()
                            .flatMap(group -> group.members().stream())
                            .map(member -> member.groupInstanceId().orElse(member.clientId())));
        } catch (ExecutionException | KafkaException e) {
            LOG.debug("Who shares the work of {} cannot be seen at the moment", applicationId, e);
        }
    }

    static int instances(Stream<String> members) {
        return (int) members.map(name -> THREAD.matcher(name).replaceFirst(""))
                .distinct()
                .count();
    }

    @Override
    public void close() {
        loop.interrupt();
    }
}
