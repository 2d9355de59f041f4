package io.muster.intake;

import io.muster.domain.InvalidFieldException;
import io.muster.domain.reference.AlertRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules of alerts in one field: levels, each with what is other than usual, as in {@code district; commune: silentHours=120,
 * behindHoldDays=3}.
 */
final class AlertRulesText {

    private static final String FIELD = "alertRules";
    private static final String REMEDY =
            "write levels with what is other than usual, as in district: behindMarginPercent=15, silentHours=96; commune";
    private static final Pattern LEVEL = Pattern.compile("([^:]+)(?::(.*))?");
    private static final Pattern SETTING = Pattern.compile("(\\w+)\\s*=\\s*([0-9.]+)");

    private AlertRulesText() {}

    /** The rules of a line; none where the field is empty or wrong. */
    static List<AlertRules> rules(Fields fields) {
        String text = fields.textOrNull(FIELD);
        try {
            return text == null ? List.of() : parse(text);
        } catch (InvalidFieldException e) {
            String problem = e.field().equals(FIELD) ? e.problem() : e.field() + " " + e.problem();
            fields.problem(FIELD, problem, REMEDY);
            return List.of();
        }
    }

    private static List<AlertRules> parse(String text) {
        List<AlertRules> rules = new ArrayList<>();
        for (String level : text.split(";", 0)) {
            Matcher parts = LEVEL.matcher(level.strip());
            if (parts.matches()) {
                rules.add(level(parts.group(1).strip(), parts.group(2)));
            } else if (!level.isBlank()) {
                throw invalid("has \"" + level.strip() + "\", which names no level");
            }
        }
        return rules;
    }

    private static AlertRules level(String level, @Nullable String text) {
        Map<String, Double> settings = new HashMap<>();
        for (String setting : text == null ? new String[0] : text.split(",", -1)) {
            Matcher parts = SETTING.matcher(setting.strip());
            Double value = parts.matches() ? number(parts.group(2)) : null;
            if (value == null || settings.put(parts.group(1), value) != null) {
                throw invalid("has \"" + setting.strip() + "\", which is no setting, or given twice");
            }
        }
        AlertRules usual = AlertRules.usual(level);
        AlertRules rules = new AlertRules(
                level,
                take(settings, "behindMarginPercent", usual.behindMarginPercent()),
                take(settings, "behindResolveMarginPercent", usual.behindResolveMarginPercent()),
                whole(settings, "behindHoldDays", usual.behindHoldDays()),
                whole(settings, "silentHours", usual.silentHours()));
        if (!settings.isEmpty()) {
            throw invalid("has no setting " + String.join(", ", settings.keySet()));
        }
        return rules;
    }

    private static double take(Map<String, Double> settings, String name, double usual) {
        Double given = settings.remove(name);
        return given == null ? usual : given;
    }

    private static int whole(Map<String, Double> settings, String name, int usual) {
        double value = take(settings, name, usual);
        if (value != Math.rint(value) || value > Integer.MAX_VALUE) {
            throw invalid("must have a whole number for " + name);
        }
        return (int) value;
    }

    private static @Nullable Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static InvalidFieldException invalid(String problem) {
        return new InvalidFieldException(FIELD, problem);
    }
}
