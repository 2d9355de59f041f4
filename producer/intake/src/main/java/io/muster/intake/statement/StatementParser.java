package io.muster.intake.statement;

import static io.muster.intake.statement.StatementFieldNames.AREA_ID;
import static io.muster.intake.statement.StatementFieldNames.PARTICIPANT_REF;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.Ids;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Rejection;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.StatementRules;
import io.muster.domain.statement.Status;
import io.muster.domain.statement.Versions;
import io.muster.intake.date.Dates;
import io.muster.intake.row.Fields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses the fields of a line into a statement. Optional fields have these defaults:
 *
 * <ul>
 *   <li>{@code version}: the microseconds of {@code recordedAt}, as in the contract
 *   <li>{@code enrolledAt} and {@code eventId}: see {@link DerivedFields}
 *   <li>{@code gender} and the other segments: unknown
 * </ul>
 */
final class StatementParser {

    private static final Map<String, Status> STATUSES = byName(Status.ENROLLED, Status.WITHDRAWN);
    private static final Map<String, Gender> GENDERS = byName(Gender.values());
    private static final Pattern ROUNDED = Pattern.compile("\\d(?:[.,]\\d+)?[eE]\\+\\d+");

    private final ReadingSettings.Participants participants;
    private final ParticipantField participant;
    private final Dates dates;
    private final AreaFinder areas;
    private final CampaignDays campaignDays;

    StatementParser(
            ReadingSettings.Participants participants, Dates dates, AreaFinder areas, CampaignDays campaignDays) {
        this.participants = participants;
        this.participant = new ParticipantField(participants);
        this.dates = dates;
        this.areas = areas;
        this.campaignDays = campaignDays;
    }

    /**
     * The statement, or null if anything is wrong; the problems are noted in the fields.
     *
     * @param now statements recorded more than a day after it are refused
     */
    @Nullable
    Statement parse(Fields fields, Instant now) {
        if (!fields.isBroken()) {
            SpreadsheetValues.check(fields, StatementFieldNames.ALL);
        }
        if (fields.isBroken()) {
            return null;
        }
        participant.replaceIdentityNumber(fields);
        areas.find(fields);
        fields.canonicalize(StatementFieldNames.CANONICALIZED);
        Statement statement = assemble(fields);
        if (fields.isBroken()) {
            return null;
        }
        String key = statement.participantRef().value();
        Rejection rejection = StatementRules.checkRecord(statement, key, key, now, participants.numericRefs());
        if (rejection != null) {
            refuse(fields, rejection);
            return null;
        }
        campaignDays.warnOfDistantDay(fields, statement);
        return statement;
    }

    private void refuse(Fields fields, Rejection rejection) {
        if (rejection.reason() == Rejection.Reason.NUMERIC_PARTICIPANT_REF) {
            participant.refuseNumericRef(fields);
        } else {
            fields.problem(rejection.field(), rejection.problem(), "correct it");
        }
    }

    private Statement assemble(Fields fields) {
        UUID eventId = fields.uuidOrNull("eventId");
        CampaignId campaignId = new CampaignId(fields.id("campaignId", Ids::campaignProblem));
        ParticipantRef participantRef =
                new ParticipantRef(fields.id(PARTICIPANT_REF, ref -> rounded(ref, Ids.problem(ref, ""))));
        Long version = fields.wholeNumberOrNull("version");
        fields.text("status");
        Status status = fields.oneOf("status", STATUSES, Status.UNKNOWN);
        AreaId areaId = new AreaId(fields.id(AREA_ID, id -> rounded(id, Ids.areaProblem(id))));
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
                eventId == null ? DerivedFields.eventId(fields) : eventId,
                new Statement.Subject(campaignId, participantRef),
                version == null ? Versions.of(recordedAt) : version,
                status,
                areaId,
                new Statement.Times(
                        enrolledOn,
                        enrolledAt == null ? DerivedFields.enrolledAt(enrolledOn, recordedAt) : enrolledAt,
                        recordedAt),
                source,
                segments);
    }

    /** Spreadsheets show long numbers in scientific notation; the lost digits cannot be restored. */
    private static @Nullable String rounded(String id, @Nullable String otherProblem) {
        return ROUNDED.matcher(id).matches() ? "is a number that a spreadsheet has rounded" : otherProblem;
    }

    @SafeVarargs
    private static <E extends Enum<E>> Map<String, E> byName(E... constants) {
        Map<String, E> byName = new LinkedHashMap<>();
        for (E constant : constants) {
            byName.put(constant.name(), constant);
        }
        return Collections.unmodifiableMap(byName);
    }
}
