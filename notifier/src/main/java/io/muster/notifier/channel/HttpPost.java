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

/** Posts JSON to one address. */
public final class HttpPost {

    /** By which a receiver can tell a repeat. */
    public static final String KEY_HEADER = "Idempotency-Key";

    private static final int SHOWN = 200;

    private final HttpClient client;
    private final URI url;
    private final Credentials credentials;
    private final Duration patience;

    /** @param patience how long to wait for an answer */
    public HttpPost(HttpClient client, URI url, Credentials credentials, Duration patience) {
        this.client = client;
        this.url = url;
        this.credentials = credentials;
        this.patience = patience;
    }

    void send(String key, JsonNode body, Instant now) throws DeliveryFailedException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("User-Agent", "muster-notifier")
                .header(KEY_HEADER, key)
                .POST(BodyPublishers.ofString(body.toString()));
        credentials.authorization().ifPresent(value -> request.header("Authorization", value));
        HttpResponse<String> answer;
        try {
            answer = client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw DeliveryFailedException.unreachable(url + " does not answer: " + e, e);
        }
        if (answer.statusCode() / 100 != 2) {
            throw DeliveryFailedException.refused(
                    url + " answers " + answer.statusCode() + ": " + shown(answer.body()),
                    answer.headers()
                            .firstValue("Retry-After")
                            .map(after -> pause(after, now))
                            .orElse(null),
                    null);
        }
    }

    /** Seconds, or a date; null if it is neither. */
    static @Nullable Duration pause(String retryAfter, Instant now) {
        try {
            Duration pause = retryAfter.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Integer.parseInt(retryAfter))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return pause.isNegative() ? Duration.ZERO : pause;
        } catch (NumberFormatException | DateTimeParseException e) {
            return null;
        }
    }

    private static String shown(String body) {
        String line = Optional.of(body.strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty())
                .orElse("nothing more");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " …";
    }
}
