package io.muster.intake.reference;

import io.muster.intake.row.Heading;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kind of records in a CSV file, detected from its headings. */
@SuppressWarnings("ImmutableEnumChecker") // all collections are immutable
enum ReferenceKind {
    AREAS(
            List.of("areaId", "parentId", "level", "kind"),
            Set.of("baseline", "tileColumn", "tileRow"),
            Set.of("parentId", "level", "kind", "tileColumn", "tileRow")),
    CAMPAIGNS(
            List.of("campaignId", "startsOn", "endsOn", "zone", "rootAreaId"),
            Set.of("planCurve", "planPoints", "baseline", "stockTarget", "alertRules"),
            Set.of("startsOn", "endsOn", "zone", "rootAreaId", "planCurve", "planPoints", "stockTarget", "alertRules")),
    TARGETS(List.of("campaignId", "areaId", "target"), Set.of(), Set.of("target")),
    /** Statements. They are published with muster send, not with muster apply. */
    ENROLLMENTS(List.of(), Set.of(), Set.of("participantRef", "enrolledOn", "recordedAt", "status"));

    static final String NAME_PREFIX = "name_";

    private final List<String> required;
    private final Set<String> optional;
    private final Set<String> distinctive;

    /** @param distinctive columns that only this kind has */
    ReferenceKind(List<String> required, Set<String> optional, Set<String> distinctive) {
        this.required = required;
        this.optional = optional;
        this.distinctive = distinctive;
    }

    /** The kind with the most distinctive columns. The file name decides a tie; null if it does not. */
    static @Nullable ReferenceKind of(String fileName, Heading heading) {
        List<ReferenceKind> byHeading = Arrays.stream(values())
                .filter(kind -> heading.count(kind.distinctive) > 0)
                .sorted(Comparator.comparingLong((ReferenceKind kind) -> heading.count(kind.distinctive))
                        .reversed())
                .toList();
        if (byHeading.isEmpty()) {
            return byName(fileName);
        }
        ReferenceKind best = byHeading.get(0);
        boolean tie =
                byHeading.size() > 1 && heading.count(byHeading.get(1).distinctive) == heading.count(best.distinctive);
        return tie ? byName(fileName) : best;
    }

    /** The kind that the file name starts with, or null. */
    static @Nullable ReferenceKind byName(String fileName) {
        return Arrays.stream(values())
                .filter(kind ->
                        fileName.toLowerCase(Locale.ROOT).startsWith(kind.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    List<String> required() {
        return required;
    }

    boolean isKnown(String column) {
        return required.contains(column)
                || optional.contains(column)
                || (this != TARGETS && column.startsWith(NAME_PREFIX));
    }
}
