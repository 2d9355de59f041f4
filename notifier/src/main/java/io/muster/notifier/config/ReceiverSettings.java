package io.muster.notifier.config;

import io.muster.domain.DurationText;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The settings of one receiver. Remembers which keys were read, so that unknown ones can be rejected. */
final class ReceiverSettings {

    private final String file;
    private final String receiver;
    private final Map<String, String> values;
    private final Set<String> knownKeys = new TreeSet<>();

    ReceiverSettings(String file, String receiver, Map<String, String> values) {
        this.file = file;
        this.receiver = receiver;
        this.values = Map.copyOf(values);
    }

    String receiver() {
        return receiver;
    }

    Optional<String> text(String key) {
        knownKeys.add(key);
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
    }

    String required(String key) {
        return text(key).orElseThrow(() -> problem(key, "is missing"));
    }

    /** A comma-separated list. */
    Set<String> list(String key) {
        return text(key).stream()
                .flatMap(names -> Arrays.stream(names.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Duration duration(String key, Duration defaultValue) {
        return text(key).map(text -> parseDuration(key, text)).orElse(defaultValue);
    }

    /** A positive duration. */
    Duration parseDuration(String key, String text) {
        Duration duration;
        try {
            duration = DurationText.parse(text);
        } catch (IllegalArgumentException e) {
            throw problem(key, "is invalid: " + e.getMessage());
        }
        if (duration.isZero()) {
            throw problem(key, "must be longer than 0");
        }
        return duration;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> problem(
                        key,
                        "is '" + value + "', but must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))));
    }

    /** @throws IllegalArgumentException if the key is set */
    void forbid(String key, String reason) {
        if (values.containsKey(key)) {
            throw problem(key, "is not allowed: " + reason);
        }
    }

    /** @throws IllegalArgumentException if a key is set that was never read */
    void rejectUnusedKeys() {
        values.keySet().stream()
                .filter(key -> !knownKeys.contains(key))
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    throw problem(
                            key,
                            "is unknown for a receiver of type " + values.get("type") + "; known keys are "
                                    + String.join(", ", knownKeys));
                });
    }

    /** An exception with a message for the user that names file and key. */
    IllegalArgumentException problem(String key, String description) {
        return new IllegalArgumentException(file + ": receiver." + receiver + "." + key + " " + description);
    }
}
