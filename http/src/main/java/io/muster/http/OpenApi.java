package io.muster.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Serves the OpenAPI description of the HTTP interface. */
public final class OpenApi {

    private static final String FILE = "openapi.yaml";

    private final byte[] yaml;
    private final byte[] json;

    /** @param location a class in the package that contains {@code openapi.yaml} */
    public OpenApi(Class<?> location) {
        try (InputStream in = location.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing beside " + location);
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
