package io.muster.cli.notifier;

import io.muster.cli.options.DurationConverter;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** The settings of one receiver. Whatever is not asked for is unknown. */
final class ReceiverSettings {

    private final String file;
    private final String receiver;
    private final Map<String, String> values;
    private final Set<String> asked = new TreeSet<>();

    ReceiverSettings(String file, String receiver, Map<String, String> values) {
        this.file = file;
        this.receiver = receiver;
        this.values = Map.copyOf(values);
    }

    String receiver() {
        return receiver;
    }

    Optional<String> text(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
    }

    /** Refuses a key, saying why. */
    void refuse(String key, String why) {
        if (values.containsKey(key)) {
            throw wrong(key, "is refused: " + why);
        }
    }

    String required(String key) {
        return text(key).orElseThrow(() -> wrong(key, "is missing"));
    }

    /** What stands between commas. */
    Set<String> names(String key) {
        return text(key).stream()
                .flatMap(names -> Arrays.stream(names.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A duration above zero. */
    Duration duration(String key, Duration usual) {
        return text(key).map(text -> duration(key, text)).orElse(usual);
    }

    Duration duration(String key, String text) {
        try {
            Duration duration = new DurationConverter().convert(text);
            if (duration.isZero()) {
                throw wrong(key, "must be longer than 0");
            }
            return duration;
        } catch (TypeConversionException e) {
            throw wrong(key, "is wrong: " + e.getMessage());
        }
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> wrong(
                        key,
                        "is '" + value + "', and may be "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))));
    }

    /** @throws IllegalArgumentException naming a key that means nothing here */
    void requireAllAsked() {
        values.keySet().stream()
                .filter(key -> !asked.contains(key))
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    throw wrong(
                            key,
                            "is no setting of a receiver of type " + values.get("type") + "; there are "
                                    + String.join(", ", asked));
                });
    }

    IllegalArgumentException wrong(String key, String what) {
        return new IllegalArgumentException(file + ": receiver." + receiver + "." + key + " " + what);
    }
}
