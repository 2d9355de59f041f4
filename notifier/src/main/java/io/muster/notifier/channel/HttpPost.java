package io.muster.notifier.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Posts JSON to one URL. */
public final class HttpPost {

    /** Carries the key by which a receiver recognizes duplicates. */
    public static final String KEY_HEADER = "Idempotency-Key";

    private static final int MAX_EXCERPT = 200;

    private final HttpClient client;
    private final URI url;
    private final Credentials credentials;
    private final Duration timeout;

    /** @param timeout for the response */
    public HttpPost(HttpClient client, URI url, Credentials credentials, Duration timeout) {
        this.client = client;
        this.url = url;
        this.credentials = credentials;
        this.timeout = timeout;
    }

    void send(String key, JsonNode body, Instant now) throws DeliveryFailedException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("User-Agent", "muster-notifier")
                .header(KEY_HEADER, key)
                .POST(BodyPublishers.ofString(body.toString()));
        credentials.authorization().ifPresent(value -> request.header("Authorization", value));
        HttpResponse<String> response;
        try {
            response = client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw DeliveryFailedException.unreachable(url + " does not respond: " + e, e);
        }
        if (response.statusCode() / 100 != 2) {
            throw DeliveryFailedException.refused(
                    url + " responded with status " + response.statusCode() + ": " + excerpt(response.body()),
                    response.headers()
                            .firstValue("Retry-After")
                            .map(value -> retryAfter(value, now))
                            .orElse(null),
                    null);
        }
    }

    /** Parses {@code Retry-After}: seconds or an HTTP date. Returns null if it is neither. */
    static @Nullable Duration retryAfter(String value, Instant now) {
        try {
            Duration pause = value.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Integer.parseInt(value))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return pause.isNegative() ? Duration.ZERO : pause;
        } catch (NumberFormatException | DateTimeParseException e) {
            return null;
        }
    }

    private static String excerpt(String body) {
        String line = Optional.of(body.strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty())
                .orElse("(empty body)");
        return line.length() <= MAX_EXCERPT ? line : line.substring(0, MAX_EXCERPT) + " …";
    }
}
