package io.muster.intake.reference;

import io.muster.domain.InvalidFieldException;
import io.muster.domain.reference.AlertRules;
import io.muster.intake.row.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses alert rules from one field: levels with the settings that differ from the defaults, as in {@code district:
 * behindMarginPercent=15 silentHours=96; commune}.
 */
final class AlertRulesText {

    private static final String FIELD = "alertRules";
    private static final String REMEDY = "write levels with the settings that differ from the defaults, as in"
            + " district: behindMarginPercent=15 silentHours=96; commune";
    private static final Pattern SETTING = Pattern.compile("(\\w+)=(\\d{1,6}(?:\\.\\d+)?)");

    private AlertRulesText() {}

    /** The rules of a line; empty if the field is empty or invalid. */
    static List<AlertRules> rules(Fields fields) {
        String text = fields.textOrNull(FIELD);
        try {
            return text == null ? List.of() : parse(text);
        } catch (InvalidFieldException e) {
            fields.problem(FIELD, e.field().equals(FIELD) ? e.problem() : e.field() + " " + e.problem(), REMEDY);
            return List.of();
        }
    }

    private static List<AlertRules> parse(String text) {
        List<AlertRules> rules = new ArrayList<>();
        for (String level : text.split(";", 0)) {
            String[] halves = level.split(":", 2);
            rules.add(rules(halves[0].strip(), halves.length == 1 ? "" : halves[1].strip()));
        }
        return rules;
    }

    private static AlertRules rules(String level, String text) {
        Map<String, Double> settings = settings(text);
        AlertRules usual = AlertRules.usual(level);
        AlertRules rules = new AlertRules(
                level,
                take(settings, "behindMarginPercent", usual.behindMarginPercent()),
                take(settings, "behindResolveMarginPercent", usual.behindResolveMarginPercent()),
                takeWhole(settings, "behindHoldDays", usual.behindHoldDays()),
                takeWhole(settings, "silentHours", usual.silentHours()));
        if (!settings.isEmpty()) {
            throw invalid("know no " + String.join(", ", settings.keySet()));
        }
        return rules;
    }

    private static Map<String, Double> settings(String text) {
        Map<String, Double> settings = new HashMap<>();
        for (String setting : text.isEmpty() ? new String[0] : text.split("\\s+", -1)) {
            Matcher parts = SETTING.matcher(setting);
            if (!parts.matches()) {
                throw invalid("have \"" + setting + "\", which is not setting=number");
            }
            if (settings.put(parts.group(1), Double.valueOf(parts.group(2))) != null) {
                throw invalid("have " + parts.group(1) + " twice");
            }
        }
        return settings;
    }

    private static double take(Map<String, Double> settings, String name, double usual) {
        Double given = settings.remove(name);
        return given == null ? usual : given;
    }

    private static int takeWhole(Map<String, Double> settings, String name, int usual) {
        double value = take(settings, name, usual);
        if (value != Math.rint(value)) {
            throw invalid("must have a whole number for " + name);
        }
        return (int) value;
    }

    private static InvalidFieldException invalid(String problem) {
        return new InvalidFieldException(FIELD, problem);
    }
}
