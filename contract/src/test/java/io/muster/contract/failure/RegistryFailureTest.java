package io.muster.contract.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.muster.contract.failure.RegistryFailure.Kind;
import java.io.IOException;
import java.net.ConnectException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryFailureTest {

    @ParameterizedTest
    @CsvSource({
        "401,40101,ACCESS",
        "403,403,ACCESS",
        "404,40401,UNKNOWN_SCHEMA",
        "404,40403,UNKNOWN_SCHEMA",
        "404,404,WRONG_URL",
        "404,50005,WRONG_URL",
        "405,405,WRONG_URL",
        "409,409,REJECTED_SCHEMA",
        "422,42201,REJECTED_SCHEMA",
        "500,50001,OTHER"
    })
    void shouldClassifyAnAnswerByStatusAndErrorCode(int status, int code, Kind kind) {
        RestClientException answer = new RestClientException("said", status, code);

        RegistryFailure failure = RegistryFailure.of(new SerializationException("outer", answer));

        assertThat(failure).isEqualTo(new RegistryFailure(kind, status, answer));
        assertThat(RegistryFailure.in(new SerializationException("outer", answer)))
                .contains(failure);
        assertThat(failure.detail()).startsWith("said");
    }

    @Test
    void shouldDistinguishASilentRegistryFromASilentBroker() {
        IOException refused = new ConnectException("refused");

        assertThat(RegistryFailure.in(new SerializationException("outer", refused)))
                .contains(new RegistryFailure(Kind.NO_ANSWER, 0, refused));
        assertThat(RegistryFailure.in(new TimeoutException("late"))).isEmpty();
        assertThat(RegistryFailure.in(new SslAuthenticationException("handshake", refused)))
                .isEmpty();
    }

    @Test
    void shouldNameTheRootCauseWhenThereIsNoAnswer() {
        RegistryFailure failure = RegistryFailure.of(new IOException("outer", new ConnectException("refused")));

        assertThat(failure.kind()).isEqualTo(Kind.NO_ANSWER);
        assertThat(failure.detail()).isEqualTo("refused");
    }
}
