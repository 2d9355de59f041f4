package io.muster.notifier.config;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.alert.AlertRule;
import io.muster.notifier.QuietHours;
import io.muster.notifier.Receiver;
import io.muster.notifier.Scope;
import io.muster.notifier.delivery.Destination;
import io.muster.report.wording.Language;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads receivers and their channels from settings of the form {@code receiver.NAME.KEY=VALUE}. See docs/notifier.md.
 */
public final class DestinationReader {

    private static final Pattern KEY = Pattern.compile("([A-Za-z0-9_-]+)\\.([a-z-]+)");
    private static final Pattern QUIET_HOURS = Pattern.compile("(\\d{2}:\\d{2}) ?- ?(\\d{2}:\\d{2})");

    private static final Duration REPEAT = Duration.ofHours(24);
    private static final Duration GROUP_WAIT = Duration.ofSeconds(30);
    private static final Duration MAX_BACKOFF = Duration.ofMinutes(5);
    private static final Duration ALERTMANAGER_MAX_BACKOFF = Duration.ofMinutes(1);
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
     * @param file name of the settings file, for error messages
     * @param environment looks up environment variables that hold secrets
     * @param out where receivers of type log print
     */
    public DestinationReader(String file, Function<String, Optional<String>> environment, PrintWriter out) {
        this.file = file;
        this.channels = new ChannelFactory(new CredentialsReader(environment), out);
    }

    /**
     * Reads all receivers.
     *
     * @param settings by {@code NAME.KEY}
     * @return ordered by receiver name
     * @throws IllegalArgumentException with a message for the user that names file and key
     */
    public List<Destination> read(Map<String, String> settings) {
        Map<String, Map<String, String>> byName = new TreeMap<>();
        settings.forEach((key, value) -> {
            Matcher form = KEY.matcher(key);
            if (!form.matches()) {
                throw new IllegalArgumentException(file + ": receiver." + key
                        + " must have the form receiver.NAME.KEY, with letters, digits, - and _ in NAME");
            }
            byName.computeIfAbsent(form.group(1), any -> new HashMap<>()).put(form.group(2), value);
        });
        return byName.entrySet().stream()
                .map(receiver -> destination(new ReceiverSettings(file, receiver.getKey(), receiver.getValue())))
                .toList();
    }

    private Destination destination(ReceiverSettings settings) {
        Type type = settings.choice("type", Type.class, settings.required("type"));
        Destination destination = switch (type) {
            case WEBHOOK -> new Destination(receiver(settings), channels.webhook(settings));
            case SMTP -> new Destination(receiver(settings), channels.mail(settings));
            case LOG -> new Destination(receiver(settings), channels.log());
            case ALERTMANAGER -> alertmanager(settings);
        };
        settings.rejectUnusedKeys();
        return destination;
    }

    private static Receiver receiver(ReceiverSettings settings) {
        return new Receiver(
                settings.receiver(),
                language(settings),
                scope(settings),
                quietHours(settings),
                repeat(settings),
                settings.duration("group-wait", GROUP_WAIT),
                false,
                settings.duration("retry-max", MAX_BACKOFF));
    }

    /** Alertmanager groups, mutes and repeats by itself, so it gets every alert at once and at regular intervals. */
    private Destination alertmanager(ReceiverSettings settings) {
        Duration resend = settings.duration("resend", RESEND);
        Receiver receiver = new Receiver(
                settings.receiver(),
                language(settings),
                scope(settings),
                null,
                resend,
                Duration.ZERO,
                true,
                settings.duration("retry-max", ALERTMANAGER_MAX_BACKOFF));
        return new Destination(receiver, channels.alertmanager(settings, resend));
    }

    private static Language language(ReceiverSettings settings) {
        return settings.choice(
                "language", Language.class, settings.text("language").orElse("vi"));
    }

    private static Scope scope(ReceiverSettings settings) {
        return new Scope(
                settings.list("campaigns").stream().map(CampaignId::new).collect(Collectors.toSet()),
                settings.list("areas").stream().map(AreaId::new).collect(Collectors.toSet()),
                settings.list("rules").stream()
                        .map(rule -> settings.choice("rules", AlertRule.class, rule))
                        .collect(Collectors.toSet()));
    }

    private static @Nullable Duration repeat(ReceiverSettings settings) {
        String text = settings.text("repeat").orElse("");
        return text.equals("never") ? null : text.isEmpty() ? REPEAT : settings.parseDuration("repeat", text);
    }

    private static @Nullable QuietHours quietHours(ReceiverSettings settings) {
        String text = settings.text("quiet-hours").orElse("");
        if (text.isEmpty()) {
            return null;
        }
        Matcher form = QUIET_HOURS.matcher(text);
        if (!form.matches()) {
            throw settings.problem("quiet-hours", "is '" + text + "', but must have the form 21:00-07:00");
        }
        try {
            return new QuietHours(LocalTime.parse(form.group(1)), LocalTime.parse(form.group(2)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw settings.problem("quiet-hours", "is '" + text + "': " + e.getMessage());
        }
    }
}
