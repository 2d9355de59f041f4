package io.muster.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of the HTTP interface, as it is served. */
public final class OpenApi {

    private static final String FILE = "openapi.yaml";

    private final byte[] yaml;
    private final byte[] json;

    /** @param room a class beside whose package's {@code openapi.yaml} it stands */
    public OpenApi(Class<?> room) {
        try (InputStream in = room.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing beside " + room);
            }
            yaml = in.readAllBytes();
            json = new ObjectMapper().writeValueAsBytes(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the routes {@code /openapi.yaml} and {@code /openapi.json}. */
    public void add(JavalinConfig config) {
        config.routes.get(
                "/openapi.yaml",
                context -> context.contentType("application/yaml").result(yaml));
        config.routes.get(
                "/openapi.json", context -> context.contentType(Reply.JSON_TYPE).result(json));
    }
}
