package io.muster.contract.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.failure.BrokerFailure.Kind;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BrokerFailureTest {

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(new TimeoutException("late"), Kind.TIMEOUT),
                Arguments.of(new UnknownTopicOrPartitionException("gone"), Kind.MISSING_TOPIC),
                Arguments.of(new ProducerFencedException("fenced"), Kind.FENCED),
                Arguments.of(new InvalidProducerEpochException("fenced"), Kind.FENCED),
                Arguments.of(new SaslAuthenticationException("login"), Kind.AUTHENTICATION),
                Arguments.of(new TopicAuthorizationException("denied"), Kind.AUTHORIZATION),
                Arguments.of(new InvalidTimestampException("clock"), Kind.CLOCK),
                Arguments.of(new RecordTooLargeException("large"), Kind.RECORD),
                Arguments.of(new ConfigException("setting"), Kind.SETTING),
                Arguments.of(new KafkaException("other"), Kind.OTHER));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void shouldClassifyTheInnermostExceptionOfKafka(KafkaException cause, Kind kind) {
        BrokerFailure failure = BrokerFailure.of(new KafkaException("outer", new ExecutionException(cause)));

        assertThat(failure).isEqualTo(new BrokerFailure(kind, cause));
        assertThat(failure.detail()).isEqualTo(cause.getMessage());
    }

    @Test
    void shouldKeepANonKafkaException() {
        IllegalStateException failure = new IllegalStateException();

        assertThat(BrokerFailure.of(failure)).isEqualTo(new BrokerFailure(Kind.OTHER, failure));
        assertThat(BrokerFailure.of(failure).detail()).isEqualTo("IllegalStateException");
    }
}
