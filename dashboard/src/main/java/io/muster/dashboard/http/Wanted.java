package io.muster.dashboard.http;

import io.javalin.http.Context;
import io.muster.dashboard.api.Alerts.State;
import io.muster.dashboard.api.ApiException;
import io.muster.dashboard.api.AreaQuery;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.plan.PaceStatus;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a request asks for. */
final class Wanted {

    private Wanted() {}

    /** Whether a table is asked for: by {@code ?format=csv}, or by an Accept that names no JSON. */
    static boolean csv(Context context) {
        String format = context.queryParam("format");
        if (format != null) {
            return oneOf("format", format, "json", "csv").equals("csv");
        }
        String accept = context.header("Accept");
        return accept != null && accept.contains("text/csv") && !accept.contains("json");
    }

    static AreaQuery areas(Context context) {
        return new AreaQuery(
                text(context, "level"),
                text(context, "parent"),
                text(context, "q"),
                text(context, "status").map(status -> constant("status", status, PaceStatus.class)),
                rule(context, "alert"),
                text(context, "sort").orElse(AreaQuery.USUAL_SORT));
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
            throw ApiException.wrong(parameter + "=" + value + " is not known; write one of "
                    + Stream.of(known).collect(Collectors.joining(", ")));
        }
        return value;
    }
}
