package io.muster.contract.serde;

import static io.muster.contract.serde.RegistryServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;

import com.sun.net.httpserver.HttpExchange;
import io.muster.contract.serde.RegistryServer.Answer;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.schema.EnrollmentEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads and writes valid records while the registry, or a proxy in front of it, gives unusable answers. */
class RegistryAnswersTest {

    private static final int ID = 1;
    private static final Topic<EnrollmentEvent> TOPIC = Topics.ENROLLMENTS;

    private final RegistryServer registry = new RegistryServer().with(ID, TOPIC.subject(), AvroSerdes.schema(TOPIC));
    private final AvroSerdes serdes =
            new AvroSerdes(registry.url(), Map.of("max.retries", "0", "http.read.timeout.ms", "300"));
    private final EnrollmentEvent event = SampleRecords.full(EnrollmentEvent.class);
    private final byte[] bytes = new AvroSerdes("mock://answers", Map.of("auto.register.schemas", true))
            .serializer(TOPIC)
            .serialize(TOPIC.name(), event);

    @AfterEach
    void stop() {
        registry.close();
    }

    static Stream<Named<Answer>> unusableAnswers() {
        return Stream.of(
                answer("a bare 404", 404, ""),
                answer("a page with 404", 404, "<html>not found</html>"),
                answer("another API's 404", 404, "{\"status\":404,\"title\":\"Not Found\"}"),
                answer(
                        "a 404 with a code that is not about a schema",
                        404,
                        "{\"error_code\":404,\"message\":\"HTTP 404\"}"),
                answer("a 404 cut off", 404, "{\"error_code\":40403,\"mess"),
                answer("the code with another status", 500, "{\"error_code\":40403,\"message\":\"none\"}"),
                answer("the code with 200", 200, "{\"error_code\":40403,\"message\":\"none\"}"),
                answer("a page with 200", 200, "<html>sign in</html>"),
                answer("a cut answer", 200, "{\"schema\":\"{\\\"type\\\":"),
                answer("an invalid schema", 200, "{\"schema\":\"{\\\"type\\\":\\\"rec\"}"),
                answer("an empty object", 200, "{}"),
                answer("null", 200, "null"),
                answer("a list", 200, "[]"),
                answer("nothing", 200, ""),
                answer("no content", 204, ""),
                answer("400", 400, ""),
                answer("401", 401, "{\"error_code\":401,\"message\":\"Unauthorized\"}"),
                answer("403", 403, ""),
                answer("405", 405, ""),
                answer("407", 407, ""),
                answer("409", 409, "{\"error_code\":409,\"message\":\"conflict\"}"),
                answer("410", 410, ""),
                answer("422", 422, "{\"error_code\":42201,\"message\":\"invalid\"}"),
                answer("429", 429, ""),
                answer("500", 500, "{\"error_code\":50001,\"message\":\"store\"}"),
                answer("502", 502, "<html>Bad Gateway</html>"),
                answer("503", 503, ""),
                answer("504", 504, ""),
                named("a redirect to a page", exchange -> {
                    exchange.getResponseHeaders().add("Location", "/login");
                    if (exchange.getRequestURI().getPath().equals("/login")) {
                        reply(exchange, 200, "<html>sign in</html>");
                    } else {
                        reply(exchange, 302, "");
                    }
                }),
                named("a redirect loop", exchange -> {
                    exchange.getResponseHeaders()
                            .add("Location", exchange.getRequestURI().toString());
                    reply(exchange, 301, "");
                }),
                named("a closed connection", exchange -> {}),
                named("an answer that breaks off", exchange -> {
                    exchange.sendResponseHeaders(200, 1_000);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    throw new java.io.IOException("gone");
                }),
                named("silence", RegistryAnswersTest::silence));
    }

    private static void silence(HttpExchange exchange) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Named<Answer> answer(String name, int status, String body) {
        return named(name, exchange -> reply(exchange, status, body));
    }

    @ParameterizedTest
    @MethodSource("unusableAnswers")
    void shouldReportAnOutageAndReadTheRecordAfterRecovery(Answer answer) {
        Deserializer<EnrollmentEvent> deserializer = serdes.deserializer(TOPIC);
        registry.answer(answer);

        assertThatThrownBy(() -> deserializer.deserialize(TOPIC.name(), bytes))
                .isInstanceOf(RegistryOutageException.class)
                .hasMessageStartingWith("the schema registry does not say what schema 1 is, which a record of"
                        + " muster.enrollments names: ");

        registry.recover();
        assertThat(deserializer.deserialize(TOPIC.name(), bytes)).isEqualTo(event);
    }

    @Test
    void shouldTimeOutIfTheRegistryIsSilent() {
        Deserializer<EnrollmentEvent> deserializer =
                new AvroSerdes(registry.url(), Map.of("max.retries", "0")).deserializer(TOPIC);
        registry.answer(RegistryAnswersTest::silence);

        assertThat(CompletableFuture.supplyAsync(() -> deserializer.deserialize(TOPIC.name(), bytes)))
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(RegistryOutageException.class);
    }

    @Test
    void shouldReportTheAnswerInOneLine() {
        Deserializer<EnrollmentEvent> deserializer = serdes.deserializer(TOPIC);

        registry.answer(exchange -> reply(exchange, 404, ""));
        assertThatThrownBy(() -> deserializer.deserialize(TOPIC.name(), bytes))
                .hasMessageContaining("names: HTTP 404: ");

        registry.answer(exchange -> reply(exchange, 200, "<html>sign in</html>"));
        assertThatThrownBy(() -> deserializer.deserialize(TOPIC.name(), bytes))
                .message()
                .contains("Unexpected character ('<'")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @MethodSource("unusableAnswers")
    void shouldReportAnOutageInsteadOfRejectingARecordToWrite(Answer answer) {
        registry.answer(answer);

        assertThatThrownBy(() -> serdes.serializer(TOPIC).serialize(TOPIC.name(), event))
                .isInstanceOf(RegistryOutageException.class);
    }

    @Test
    void shouldRejectARecordWhoseSchemaTheRegistryDoesNotHave() {
        byte[] other = bytes.clone();
        other[4] = 77;

        assertThatThrownBy(() -> serdes.deserializer(TOPIC).deserialize(TOPIC.name(), other))
                .isInstanceOf(SerializationException.class)
                .hasMessage("the schema registry has no schema 77");
    }

    @Test
    void shouldRejectTruncatedBytes() {
        Deserializer<EnrollmentEvent> deserializer = serdes.deserializer(TOPIC);

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> deserializer.deserialize(TOPIC.name(), cut))
                    .isInstanceOf(SerializationException.class);
        }
        assertThat(deserializer.deserialize(TOPIC.name(), bytes)).isEqualTo(event);
    }

    @Test
    void shouldRejectARecordWithAJsonSchema() {
        registry.with(2, "elsewhere-value", "{\"schemaType\":\"JSON\",\"schema\":\"{}\"}");
        byte[] json = {0, 0, 0, 0, 2, '{', '}'};

        assertThatThrownBy(() -> serdes.deserializer(TOPIC).deserialize(TOPIC.name(), json))
                .isInstanceOf(SerializationException.class)
                .hasMessage("expected io.muster.schema.EnrollmentEvent, found a JSON schema");
    }

    @Test
    void shouldFetchASchemaOnceForAllDeserializers() {
        List<Deserializer<EnrollmentEvent>> tasks =
                Stream.generate(() -> serdes.deserializer(TOPIC)).limit(8).toList();

        tasks.forEach(task -> assertThat(task.deserialize(TOPIC.name(), bytes)).isEqualTo(event));

        assertThat(registry.askedAbout(ID)).isEqualTo(1);
    }

    @Test
    void shouldReadWithACachedSchemaWithoutTheRegistry() {
        serdes.deserializer(TOPIC).deserialize(TOPIC.name(), bytes);
        registry.close();

        assertThat(serdes.deserializer(TOPIC).deserialize(TOPIC.name(), bytes)).isEqualTo(event);
    }
}
