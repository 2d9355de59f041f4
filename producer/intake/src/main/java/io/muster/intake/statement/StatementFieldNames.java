package io.muster.intake.statement;

import io.muster.domain.participant.IdentityNumber;
import io.muster.domain.reference.FoldedName;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names of the fields of a statement, as files and JSON objects use them. */
final class StatementFieldNames {

    static final String PARTICIPANT_REF = "participantRef";
    static final String AREA_ID = "areaId";

    static final List<String> REQUIRED =
            List.of("campaignId", PARTICIPANT_REF, "status", AREA_ID, "enrolledOn", "recordedAt", "source");

    /** The fields that a derived event id is made of. Never change their order: it is part of the id. */
    static final List<String> CONTENT = List.of(
            "campaignId",
            PARTICIPANT_REF,
            "version",
            "status",
            AREA_ID,
            "enrolledOn",
            "enrolledAt",
            "recordedAt",
            "source",
            "gender",
            "ageBand",
            "occupation",
            "incomeBand");

    /** The fields whose values are compared or grouped, and must therefore be in canonical form. */
    static final List<String> CANONICALIZED =
            List.of("campaignId", PARTICIPANT_REF, AREA_ID, "source", "ageBand", "occupation", "incomeBand");

    /** All fields except the area name fields. */
    static final List<String> ALL = Stream.concat(Stream.of("eventId", IdentityNumber.FIELD), CONTENT.stream())
            .toList();

    private static final Map<String, String> BY_FOLDED_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(FoldedName::of, name -> name));

    private StatementFieldNames() {}

    static boolean isKnown(String field) {
        return ALL.contains(field);
    }

    /** Whether a file with headings may have this field. */
    static boolean isColumn(String field) {
        return isKnown(field) || AreaFinder.isName(field);
    }

    /** The field of that name, ignoring case and punctuation; null if there is none. */
    static @Nullable String byName(String written) {
        return AreaFinder.isName(written) ? written : BY_FOLDED_NAME.get(FoldedName.of(written));
    }

    /** Whether a file may have the first field in place of the required one. */
    static boolean isAlternative(String field, String required) {
        return switch (required) {
            case PARTICIPANT_REF -> field.equals(IdentityNumber.FIELD);
            case AREA_ID -> AreaFinder.isName(field);
            default -> false;
        };
    }
}
