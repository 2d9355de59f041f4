package io.muster.dashboard.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A client of the event stream that reads like a browser. */
public final class Events implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final InputStream body;
    private final BufferedReader lines;
    private @Nullable String lastId;

    /** One event. */
    public record One(String name, JsonNode data) {}

    private Events(InputStream body) {
        this.body = body;
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** Opens the stream. */
    public static Events of(HttpRequest.Builder request) throws Exception {
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new AssertionError(response + new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
        }
        return new Events(response.body());
    }

    /** Waits for the next event. */
    public One next() throws IOException {
        String name = "message";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && data.length() > 0) {
                return new One(name, MAPPER.readTree(data.toString()));
            } else if (line.startsWith("event: ")) {
                name = line.substring("event: ".length());
            } else if (line.startsWith("id: ")) {
                lastId = line.substring("id: ".length());
            } else if (line.startsWith("data: ")) {
                data.append(line.substring("data: ".length()));
            }
        }
        throw new IOException("the stream has ended");
    }

    /** The id of the last event that had one. */
    public String lastId() {
        return Objects.requireNonNull(lastId);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
