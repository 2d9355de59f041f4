package io.muster.report.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** The phrases of one language. Callers format numbers and dates before passing them as arguments. */
final class Phrases {

    private final Properties phrases = new Properties();

    Phrases(String languageTag) {
        String resource = "phrases_" + languageTag + ".properties";
        try (InputStream in = Phrases.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource: " + resource);
            }
            phrases.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    String say(String key, Object... parts) {
        String pattern = phrases.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("unknown phrase: " + key);
        }
        return new MessageFormat(pattern, Locale.ROOT).format(parts);
    }
}
