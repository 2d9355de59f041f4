package io.muster.dashboard.web;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Checks of the page that need no browser. */
class PageTest {
    private static final Pattern PHRASE = Pattern.compile("^  '([^']+)':", Pattern.MULTILINE);
    private static final Pattern SPOKEN =
            Pattern.compile("\\bt\\('([^']+)'|data-i18n(?:-label)?=\"([^\"]+)\"", Pattern.MULTILINE);
    private static final Pattern REFERRED = Pattern.compile("\"assets/@VERSION@/([^\"]+)\"");
    private static final Pattern INLINE = Pattern.compile("(?i)<style|\\sstyle=|\\son\\w+=|<script(?![^>]*\\ssrc=)");
    private static final Pattern FOREIGN = Pattern.compile("https?://(?!www\\.w3\\.org/2000/svg)");

    private final Path web = web();

    @Test
    void shouldHaveTheSamePhrasesInBothLanguages() throws IOException {
        assertThat(all(PHRASE, read("assets/i18n/vi.js"))).isEqualTo(all(PHRASE, read("assets/i18n/en.js")));
    }

    @Test
    void shouldHaveAPhraseForEveryKeyInUse() throws IOException {
        Set<String> phrases = all(PHRASE, read("assets/i18n/vi.js"));
        for (Path file : files()) {
            assertThat(phrases).as(file.toString()).containsAll(all(SPOKEN, Files.readString(file)));
        }
    }

    @Test
    void shouldContainNoInlineStylesOrScripts() throws IOException {
        assertThat(INLINE.matcher(read("index.html")).find()).isFalse();
    }

    @Test
    void shouldReferToExistingFiles() throws IOException {
        Set<String> referred = all(REFERRED, read("index.html"));
        assertThat(referred)
                .hasSizeGreaterThan(5)
                .allSatisfy(path -> assertThat(fileOf(path)).isNotNull());
    }

    @Test
    void shouldRequestNothingFromOtherHosts() throws IOException {
        for (Path file : files()) {
            assertThat(FOREIGN.matcher(Files.readString(file)).find())
                    .as(file.toString())
                    .isFalse();
        }
    }

    private @Nullable Object fileOf(String path) throws IOException {
        String library = "lib/uplot/";
        if (!path.startsWith(library)) {
            return Files.exists(web.resolve("assets").resolve(path)) ? path : null;
        }
        ClassLoader loader = PageTest.class.getClassLoader();
        Properties webJar = new Properties();
        try (InputStream pom = loader.getResourceAsStream("META-INF/maven/org.webjars.npm/uplot/pom.properties")) {
            webJar.load(pom);
        }
        return loader.getResource("META-INF/resources/webjars/uplot/" + webJar.getProperty("version") + "/"
                + path.substring(library.length()));
    }

    private Set<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(web)) {
            return found.filter(Files::isRegularFile).collect(toCollection(TreeSet::new));
        }
    }

    private String read(String path) throws IOException {
        return Files.readString(web.resolve(path));
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1) != null ? match.group(1) : match.group(2))
                .collect(toCollection(TreeSet::new));
    }

    private static Path web() {
        try {
            return Path.of(PageTest.class
                            .getResource("/io/muster/dashboard/web/index.html")
                            .toURI())
                    .getParent();
        } catch (URISyntaxException broken) {
            throw new AssertionError(broken);
        }
    }
}
