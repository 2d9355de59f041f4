package io.muster.client;

import io.muster.contract.topic.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Asks for topics before the first record: a producer cannot tell a missing topic from a broker that is down. */
final class TopicCheck {

    private final PublisherConfig config;
    private final Failures failures;

    TopicCheck(PublisherConfig config, Failures failures) {
        this.config = config;
        this.failures = failures;
    }

    /** @throws PublishException if the broker does not answer or does not have one of the topics */
    void require(Collection<? extends Topic<?>> topics) {
        Topic<?> asked = topics.iterator().next();
        try {
            Admin admin = Admin.create(ProducerSettings.admin(config));
            try {
                for (Topic<?> topic : topics) {
                    asked = topic;
                    admin.describeTopics(List.of(topic.name())).allTopicNames().get();
                }
            } finally {
                // who is interrupted does not wait for an answer
                admin.close(Duration.ZERO);
            }
        } catch (ExecutionException | KafkaException e) {
            throw failures.of(asked, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishException("interrupted while asking for " + asked.name(), e);
        }
    }
}
