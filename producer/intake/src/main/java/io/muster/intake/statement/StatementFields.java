package io.muster.intake.statement;

import io.muster.domain.Ids;
import io.muster.domain.InvalidFieldException;
import io.muster.domain.participant.IdentityNumber;
import io.muster.domain.participant.NumericRefs;
import io.muster.domain.participant.ParticipantKey;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.reference.FoldedName;
import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Rejection;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.StatementRules;
import io.muster.domain.statement.Status;
import io.muster.domain.statement.Versions;
import io.muster.intake.date.Dates;
import io.muster.intake.row.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of a line state. What a file may leave out:
 * <ul>
 *   <li>{@code version}: the microseconds of {@code recordedAt}, as the contract has it;
 *   <li>{@code enrolledAt}: noon UTC of {@code enrolledOn}, or {@code recordedAt} where that was earlier, for nobody enrolls
 *       after it was recorded;
 *   <li>{@code eventId}: a UUID made of everything else the line states, so that the same line sent again is the same event;
 *   <li>{@code gender} and the other segments: not known.
 * </ul>
 */
final class StatementFields {

    static final List<String> REQUIRED =
            List.of("campaignId", "participantRef", "status", "areaId", "enrolledOn", "recordedAt", "source");

    /** What an event id is made of where a line has none; their order is part of it, and never changes. */
    private static final List<String> CONTENT = List.of(
            "campaignId",
            "participantRef",
            "version",
            "status",
            "areaId",
            "enrolledOn",
            "enrolledAt",
            "recordedAt",
            "source",
            "gender",
            "ageBand",
            "occupation",
            "incomeBand");

    /** What is compared, or counted by. */
    private static final List<String> IN_ONE_FORM =
            List.of("campaignId", "participantRef", "areaId", "source", "ageBand", "occupation", "incomeBand");

    private static final List<String> KNOWN = Stream.concat(
                    Stream.of("eventId", IdentityNumber.FIELD), CONTENT.stream())
            .toList();

    private static final Map<String, String> BY_FOLDED_NAME =
            KNOWN.stream().collect(Collectors.toUnmodifiableMap(FoldedName::of, name -> name));

    private static final Map<String, Status> STATUSES = words(Status.ENROLLED, Status.WITHDRAWN);
    private static final Map<String, Gender> GENDERS = words(Gender.values());
    private static final String PARTICIPANT = "participantRef";
    private static final String AREA = "areaId";
    private static final Pattern ROUNDED = Pattern.compile("\\d(?:[.,]\\d+)?[eE]\\+\\d+");
    private static final char SEPARATOR = '\u001f';

    private final Optional<ParticipantKey> key;
    private final NumericRefs numericRefs;
    private final Dates dates;
    private final AreaFinder areas;
    private final CampaignDays campaignDays;

    /**
     * @param key without it, identity numbers are refused
     * @param numericRefs whether participants may be known by bare numbers as long as identity numbers
     */
    StatementFields(
            Optional<ParticipantKey> key,
            NumericRefs numericRefs,
            Dates dates,
            AreaFinder areas,
            CampaignDays campaignDays) {
        this.key = key;
        this.numericRefs = numericRefs;
        this.dates = dates;
        this.areas = areas;
        this.campaignDays = campaignDays;
    }

    /** The names of all fields, but for those that hold names of areas. */
    static List<String> names() {
        return KNOWN;
    }

    static boolean isKnown(String field) {
        return KNOWN.contains(field);
    }

    /** Whether a file with headings may have such a field. */
    static boolean isColumn(String field) {
        return isKnown(field) || AreaFinder.isName(field);
    }

    /** The field of that name, whatever its case and its signs; null if there is none. */
    static @Nullable String byName(String written) {
        return AreaFinder.isName(written) ? written : BY_FOLDED_NAME.get(FoldedName.of(written));
    }

    /** Whether a file may have that field in place of one that is required. */
    static boolean isStandIn(String field, String required) {
        return switch (required) {
            case PARTICIPANT -> field.equals(IdentityNumber.FIELD);
            case AREA -> AreaFinder.isName(field);
            default -> false;
        };
    }

    /**
     * The statement, or null if anything is wrong with the fields, which then say what.
     *
     * @param now nothing is recorded more than a day after it
     */
    @Nullable
    Statement read(Fields fields, Instant now) {
        if (!fields.isBroken()) {
            SpreadsheetValues.check(fields, KNOWN);
        }
        if (fields.isBroken()) {
            return null;
        }
        replaceIdentityNumber(fields);
        areas.find(fields);
        fields.readInOneForm(IN_ONE_FORM);
        Statement statement = assemble(fields);
        if (fields.isBroken()) {
            return null;
        }
        String key = statement.participantRef();
        Rejection rejection = StatementRules.checkRecord(statement, key, key, now, numericRefs);
        if (rejection != null) {
            refuse(fields, rejection);
            return null;
        }
        warnOfAFarDay(fields, statement);
        return statement;
    }

    private void warnOfAFarDay(Fields fields, Statement statement) {
        LocalDate recordedOn = LocalDate.ofInstant(statement.recordedAt(), ZoneOffset.UTC);
        if (campaignDays.areFarFrom(statement.enrolledOn(), statement.campaignId())) {
            fields.warning(
                    "enrolledOn",
                    "is more than " + CampaignDays.FAR
                            + " days before or after its campaign, and does not count to the plan",
                    "look whether the day and the campaign are right");
        } else if (statement.enrolledOn().isBefore(recordedOn.minusYears(1))) {
            fields.warning("enrolledOn", "is more than a year before recordedAt", "look whether its year is right");
        }
    }

    private void refuse(Fields fields, Rejection rejection) {
        if (rejection.reason() == Rejection.Reason.NUMERIC_PARTICIPANT_REF) {
            fields.problem(
                    PARTICIPANT,
                    "is a bare number of 9 to 12 digits, as identity numbers are",
                    key.isPresent()
                            ? "give it as " + IdentityNumber.FIELD + ", which is replaced under the participant key"
                            : "give it as " + IdentityNumber.FIELD
                                    + " with --participant-key; or, where such numbers are"
                                    + " nobody's identity numbers, allow them with --allow-numeric-refs");
        } else {
            fields.problem(rejection.field(), rejection.problem(), "correct it");
        }
    }

    /** Whatever is made of the line, it is made of the participant. */
    private void replaceIdentityNumber(Fields fields) {
        String number = fields.textOrNull(IdentityNumber.FIELD);
        if (number == null) {
            return;
        }
        String participantRef = fields.textOrNull(PARTICIPANT);
        fields.stand(PARTICIPANT, "?");
        if (participantRef != null) {
            fields.problem(IdentityNumber.FIELD, "stands beside a " + PARTICIPANT, "leave one of the two empty");
        } else if (key.isEmpty()) {
            fields.problem(
                    IdentityNumber.FIELD,
                    "cannot be taken without the participant key",
                    "name it with --participant-key, or give a " + PARTICIPANT + " instead");
        } else {
            try {
                fields.stand(PARTICIPANT, ParticipantRef.of(number, key.get()).value());
            } catch (InvalidFieldException e) {
                fields.problem(IdentityNumber.FIELD, e.problem(), "correct it");
            }
        }
    }

    private Statement assemble(Fields fields) {
        UUID eventId = fields.uuidOrNull("eventId");
        String campaignId = fields.id("campaignId", Ids::campaignProblem);
        String participantRef = fields.id(PARTICIPANT, ref -> rounded(ref, Ids.problem(ref, "")));
        Long version = fields.wholeNumberOrNull("version");
        fields.text("status");
        Status status = fields.oneOf("status", STATUSES, Status.UNKNOWN);
        String areaId = fields.id(AREA, id -> rounded(id, Ids.areaProblem(id)));
        LocalDate enrolledOn = fields.date("enrolledOn", dates);
        Instant enrolledAt = fields.instantOrNull("enrolledAt", dates);
        Instant recordedAt = fields.instant("recordedAt", dates);
        String source = fields.text("source");
        Segments segments = new Segments(
                fields.oneOf("gender", GENDERS, Gender.UNDISCLOSED),
                fields.textOrNull("ageBand"),
                fields.textOrNull("occupation"),
                fields.textOrNull("incomeBand"));
        return new Statement(
                eventId == null ? nameOf(fields) : eventId,
                campaignId,
                participantRef,
                version == null ? Versions.of(recordedAt) : version,
                status,
                areaId,
                enrolledOn,
                enrolledAt == null ? noonOrEarlier(enrolledOn, recordedAt) : enrolledAt,
                recordedAt,
                source,
                segments);
    }

    /** Spreadsheets write long numbers so, and what they left out cannot be told. */
    private static @Nullable String rounded(String id, @Nullable String otherProblem) {
        return ROUNDED.matcher(id).matches() ? "is a number that a spreadsheet has rounded" : otherProblem;
    }

    private static Instant noonOrEarlier(LocalDate enrolledOn, Instant recordedAt) {
        Instant noon = enrolledOn.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return recordedAt.isBefore(noon) ? recordedAt : noon;
    }

    private static UUID nameOf(Fields fields) {
        StringBuilder content = new StringBuilder();
        for (String field : CONTENT) {
            String value = fields.textOrNull(field);
            content.append(value == null ? "" : value).append(SEPARATOR);
        }
        return UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8));
    }

    @SafeVarargs
    private static <E extends Enum<E>> Map<String, E> words(E... meanings) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E meaning : meanings) {
            words.put(meaning.name(), meaning);
        }
        return Collections.unmodifiableMap(words);
    }
}
