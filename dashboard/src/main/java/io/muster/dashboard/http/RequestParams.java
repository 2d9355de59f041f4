package io.muster.dashboard.http;

import io.javalin.http.Context;
import io.muster.dashboard.api.ApiException;
import io.muster.dashboard.api.AreaQuery;
import io.muster.dashboard.api.CampaignAlerts.State;
import io.muster.domain.AreaId;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.plan.PaceStatus;
import io.muster.report.bulletin.BulletinRequest;
import io.muster.report.print.BulletinFormat;
import io.muster.report.wording.Language;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parses and validates the parameters of a request. */
final class RequestParams {

    private RequestParams() {}

    /** Whether CSV is requested: by {@code ?format=csv}, or by an Accept header with CSV and without JSON. */
    static boolean csv(Context context) {
        String format = context.queryParam("format");
        if (format != null) {
            return oneOf("format", format, "json", "csv").equals("csv");
        }
        String accept = context.header("Accept");
        return accept != null && accept.contains("text/csv") && !accept.contains("json");
    }

    /** The language, by {@code ?lang=}; defaults to Vietnamese. */
    static Language language(Context context) {
        return text(context, "lang")
                .map(language -> constant("lang", language, Language.class))
                .orElse(Language.VI);
    }

    /** The format, by {@code ?format=} or the first supported type in Accept; defaults to JSON. */
    static BulletinFormat bulletin(Context context) {
        return text(context, "format")
                .map(format -> constant("format", format, BulletinFormat.class))
                .orElseGet(() -> accepted(context.header("Accept")));
    }

    private static BulletinFormat accepted(@Nullable String accept) {
        return Stream.of(accept == null ? new String[0] : accept.split(","))
                .map(range -> range.replaceFirst(";.*", "").strip())
                .flatMap(type -> Stream.of(BulletinFormat.values())
                        .filter(format -> format.contentType().startsWith(type)))
                .findFirst()
                .orElse(BulletinFormat.JSON);
    }

    static BulletinRequest report(Context context) {
        return new BulletinRequest(day(context, "as-of"), text(context, "level").orElse(null), day(context, "since"));
    }

    private static @Nullable LocalDate day(Context context, String parameter) {
        String day = text(context, parameter).orElse(null);
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw ApiException.badRequest(parameter + "=" + day + " is not a date; write it as in 2023-05-18");
        }
    }

    static AreaQuery areas(Context context) {
        return new AreaQuery(
                text(context, "level"),
                text(context, "parent").map(AreaId::new),
                text(context, "q"),
                text(context, "status").map(status -> constant("status", status, PaceStatus.class)),
                rule(context, "alert"),
                text(context, "sort").orElse(AreaQuery.DEFAULT_SORT));
    }

    static Optional<AlertRule> rule(Context context, String parameter) {
        return text(context, parameter).map(rule -> constant(parameter, rule, AlertRule.class));
    }

    static Optional<State> state(Context context) {
        return text(context, "state").map(state -> constant("state", state, State.class));
    }

    static Optional<String> text(Context context, String parameter) {
        return Optional.ofNullable(context.queryParam(parameter)).filter(value -> !value.isBlank());
    }

    private static <E extends Enum<E>> E constant(String parameter, String value, Class<E> of) {
        String name = oneOf(
                parameter,
                value.toUpperCase(Locale.ROOT),
                Stream.of(of.getEnumConstants()).map(Enum::name).toArray(String[]::new));
        return Enum.valueOf(of, name);
    }

    private static String oneOf(String parameter, String value, String... known) {
        if (!Stream.of(known).toList().contains(value)) {
            throw ApiException.badRequest(parameter + "=" + value + " is not known; write one of "
                    + Stream.of(known).collect(Collectors.joining(", ")));
        }
        return value;
    }
}
