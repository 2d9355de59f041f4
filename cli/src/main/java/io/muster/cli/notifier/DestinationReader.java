package io.muster.cli.notifier;

import io.muster.domain.alert.AlertRule;
import io.muster.notifier.QuietHours;
import io.muster.notifier.Receiver;
import io.muster.notifier.Scope;
import io.muster.notifier.delivery.Destination;
import io.muster.report.wording.Language;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The receivers of a file of settings: {@code receiver.NAME.KEY=VALUE}. See docs/notifier.md. */
final class DestinationReader {

    private static final Pattern KEY = Pattern.compile("([A-Za-z0-9_-]+)\\.([a-z-]+)");
    private static final Pattern QUIET = Pattern.compile("(\\d{2}:\\d{2}) ?- ?(\\d{2}:\\d{2})");

    private static final Duration REPEAT = Duration.ofHours(24);
    private static final Duration GROUP_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration ALERTMANAGER_LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration RESEND = Duration.ofMinutes(1);

    private enum Type {
        WEBHOOK,
        ALERTMANAGER,
        SMTP,
        LOG
    }

    private final String file;
    private final ChannelFactory channels;

    /**
     * @param file its name, for messages
     * @param out where receivers of type log are written
     */
    DestinationReader(String file, CredentialsReader secrets, HttpClient http, PrintWriter out) {
        this.file = file;
        this.channels = new ChannelFactory(secrets, http, out);
    }

    /**
     * @param settings by {@code NAME.KEY}
     * @return by name
     * @throws IllegalArgumentException with a message for the user, naming file and key
     */
    List<Destination> of(Map<String, String> settings) {
        Map<String, Map<String, String>> byName = new TreeMap<>();
        settings.forEach((key, value) -> {
            Matcher form = KEY.matcher(key);
            if (!form.matches()) {
                throw new IllegalArgumentException(file + ": receiver." + key
                        + " is not of the form receiver.NAME.KEY, with letters, digits, - and _ in the name");
            }
            byName.computeIfAbsent(form.group(1), any -> new HashMap<>()).put(form.group(2), value);
        });
        return byName.entrySet().stream()
                .map(receiver -> destination(new ReceiverSettings(file, receiver.getKey(), receiver.getValue())))
                .toList();
    }

    private Destination destination(ReceiverSettings fields) {
        Type type = fields.choice("type", Type.class, fields.required("type"));
        Destination destination = switch (type) {
            case WEBHOOK -> new Destination(ofPeople(fields), channels.webhook(fields));
            case SMTP -> new Destination(ofPeople(fields), channels.mail(fields));
            case LOG -> new Destination(ofPeople(fields), channels.log());
            case ALERTMANAGER -> alertmanager(fields);
        };
        fields.requireAllAsked();
        return destination;
    }

    private static Receiver ofPeople(ReceiverSettings fields) {
        return new Receiver(
                fields.receiver(),
                language(fields),
                scope(fields),
                quietHours(fields),
                repeat(fields),
                fields.duration("group-wait", GROUP_WAIT),
                false,
                fields.duration("retry-max", LONGEST_PAUSE));
    }

    /** Alertmanager groups, mutes and repeats by itself; it wants to be told everything, at once and again and again. */
    private Destination alertmanager(ReceiverSettings fields) {
        Duration resend = fields.duration("resend", RESEND);
        Receiver receiver = new Receiver(
                fields.receiver(),
                language(fields),
                scope(fields),
                null,
                resend,
                Duration.ZERO,
                true,
                fields.duration("retry-max", ALERTMANAGER_LONGEST_PAUSE));
        return new Destination(receiver, channels.alertmanager(fields, resend));
    }

    private static Language language(ReceiverSettings fields) {
        return fields.choice("language", Language.class, fields.text("language").orElse("vi"));
    }

    private static Scope scope(ReceiverSettings fields) {
        return new Scope(
                fields.names("campaigns"),
                fields.names("areas"),
                fields.names("rules").stream()
                        .map(rule -> fields.choice("rules", AlertRule.class, rule))
                        .collect(Collectors.toSet()));
    }

    private static @Nullable Duration repeat(ReceiverSettings fields) {
        String text = fields.text("repeat").orElse("");
        return text.equals("never") ? null : text.isEmpty() ? REPEAT : fields.duration("repeat", text);
    }

    private static @Nullable QuietHours quietHours(ReceiverSettings fields) {
        String text = fields.text("quiet-hours").orElse("");
        if (text.isEmpty()) {
            return null;
        }
        Matcher form = QUIET.matcher(text);
        if (!form.matches()) {
            throw fields.wrong("quiet-hours", "is '" + text + "', and must be hours such as 21:00-07:00");
        }
        try {
            return new QuietHours(LocalTime.parse(form.group(1)), LocalTime.parse(form.group(2)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw fields.wrong("quiet-hours", "is '" + text + "': " + e.getMessage());
        }
    }
}
