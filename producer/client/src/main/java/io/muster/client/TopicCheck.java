package io.muster.client;

import io.muster.contract.topic.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Checks that topics exist before the first record is sent. A producer cannot tell a missing topic from a broker that
 * is down.
 */
final class TopicCheck {

    private final PublisherSettings settings;
    private final Failures failures;

    TopicCheck(PublisherSettings settings, Failures failures) {
        this.settings = settings;
        this.failures = failures;
    }

    /** @throws PublishException if the broker does not answer or does not have one of the topics */
    void require(Collection<? extends Topic<?>> topics) {
        Topic<?> asked = topics.iterator().next();
        try {
            Admin admin = Admin.create(ProducerSettings.admin(settings));
            try {
                for (Topic<?> topic : topics) {
                    asked = topic;
                    admin.describeTopics(List.of(topic.name())).allTopicNames().get();
                }
            } finally {
                // do not wait for an answer, the thread may be interrupted
                admin.close(Duration.ZERO);
            }
        } catch (ExecutionException | KafkaException e) {
            throw failures.of(asked, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishException("interrupted while checking that the broker has the topic " + asked.name(), e);
        }
    }
}
