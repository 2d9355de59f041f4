package io.muster.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.http.Reply;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ErrorResponsesTest {

    @Test
    void shouldNotExposeTheMessageOfAnInternalError() {
        Reply reply = ErrorResponses.reply(new CompletionException(new IllegalStateException("of 024123456789")));

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.contentType()).isEqualTo("application/problem+json");
        assertThat(reply.body()).contains("\"status\":500").doesNotContain("024123456789", "Exception", "\tat ");
    }
}
