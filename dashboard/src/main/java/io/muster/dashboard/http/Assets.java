package io.muster.dashboard.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The page and its assets, in memory. Asset URLs contain a hash of the content, so browsers may cache them forever. */
final class Assets {

    private static final String WEB = "/io/muster/dashboard/web";
    private static final String CHARTS = "/META-INF/resources/webjars/uplot";
    private static final String VERSION = "@VERSION@";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "json", "application/json",
            "webmanifest", "application/manifest+json");

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final byte[] page;
    private final String version;

    Assets() {
        load(WEB + "/assets", "", 0);
        // WebJars have a version folder in between
        load(CHARTS, "lib/uplot/", 1);
        version = Responses.digest(all());
        page = new String(read(Assets.class.getResource(WEB + "/index.html")), StandardCharsets.UTF_8)
                .replace(VERSION, version)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] read(URL file) {
        try (InputStream in = file.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(String folder, String as, int stripped) {
        URL url = Assets.class.getResource(folder);
        if (url == null) {
            throw new IllegalStateException("missing resource: " + folder);
        }
        try {
            URI uri = url.toURI();
            if (uri.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    loadFrom(jar.getPath(folder), as, stripped);
                }
            } else {
                loadFrom(Path.of(uri), as, stripped);
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(folder + " cannot be read", e);
        }
    }

    private void loadFrom(Path folder, String as, int stripped) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths = all.filter(Files::isRegularFile).toList();
        }
        for (Path path : paths) {
            Path below = folder.relativize(path);
            String name =
                    below.subpath(stripped, below.getNameCount()).toString().replace('\\', '/');
            files.put(as + name, Files.readAllBytes(path));
        }
    }

    private byte[] all() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        files.forEach((name, content) -> {
            all.writeBytes(name.getBytes(StandardCharsets.UTF_8));
            all.writeBytes(content);
        });
        return all.toByteArray();
    }

    void add(JavalinConfig config) {
        config.routes.get("/", context -> Responses.withETag(context, type("index.html"), page));
        config.routes.get("/assets/{version}/<path>", this::asset);
    }

    private void asset(Context context) {
        String path = context.pathParam("path");
        byte[] file = files.get(path);
        if (file == null) {
            throw new NotFoundResponse();
        }
        boolean lasts = context.pathParam("version").equals(version);
        Responses.withETag(context, type(path), file);
        context.header("Cache-Control", lasts ? "public, max-age=31536000, immutable" : "no-cache");
    }

    private static String type(String path) {
        return TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
